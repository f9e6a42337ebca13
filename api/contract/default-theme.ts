// Runs in tills: types and data only.
import type { Theme } from './theme'

/** The console's own teal, for hosts that bring no theme. */
export const defaultTheme: Theme = {
  light: {
    surface: '#FFFFFF',
    ground: '#F7F8F9',
    line: '#E4E7EA',
    outline: '#7B858F',
    text: '#14181C',
    text2: '#4A535C',
    action: '#0F766E',
    onAction: '#FFFFFF',
    actionSoft: '#E5F3F1',
    actionSoftText: '#0B5F59',
    done: '#166534',
    dim: '#14213D9E',
    ring: '#FFFFFF',
  },
  dark: {
    surface: '#1A1F23',
    ground: '#0F1214',
    line: '#3A434B',
    outline: '#7C8791',
    text: '#ECEFF1',
    text2: '#AEB7BF',
    action: '#2DD4BF',
    onAction: '#04211E',
    actionSoft: '#0D2B29',
    actionSoftText: '#5EE3D2',
    done: '#7EDB9C',
    dim: '#03060CB8',
    ring: '#2DD4BF',
  },
  radiusCard: 12,
  radiusButton: 8,
}
