import type { Role } from '../state/model.ts'

export type Area = 'sell' | 'products' | 'prices' | 'stock' | 'reports' | 'operators' | 'settings' | 'plan'

const MAY: Record<Role, readonly Area[]> = {
  dono: ['sell', 'products', 'prices', 'stock', 'reports', 'operators', 'settings', 'plan'],
  gerente: ['sell', 'products', 'prices', 'stock', 'reports', 'operators', 'settings'],
  caixa: ['sell', 'products', 'stock'],
  contador: ['reports', 'settings'],
}

/** Who may enter where. A cashier changes no price and reads no totals of the shop. */
export const may = (role: Role, area: Area) => MAY[role].includes(area)
