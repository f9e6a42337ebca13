import type { Theme } from '#contract/theme'

/** Caixa Fácil's own colours: orange means "act", navy carries structure. */
export const theme: Theme = {
  light: {
    surface: '#FFFFFF',
    ground: '#FAF6F0',
    line: '#E4DACC',
    outline: '#8C7F6E',
    text: '#14213D',
    text2: '#475067',
    action: '#C2410C',
    onAction: '#FFFFFF',
    actionSoft: '#FCE9DD',
    actionSoftText: '#A8370A',
    done: '#166534',
    dim: '#14213D9E',
    ring: '#FFFFFF',
  },
  dark: {
    surface: '#182238',
    ground: '#0F1626',
    line: '#2C3852',
    outline: '#7C89A6',
    text: '#F6F2EB',
    text2: '#B9C1D3',
    action: '#FB8A4C',
    onAction: '#220E02',
    actionSoft: '#3A2620',
    actionSoftText: '#FFB489',
    done: '#7EDB9C',
    dim: '#03060CB8',
    ring: '#FB8A4C',
  },
  radiusCard: 14,
  radiusButton: 10,
}
