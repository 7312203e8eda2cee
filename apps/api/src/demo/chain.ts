import type { StoreProfile } from './profiles.model.ts';

/** One person of the demonstration. */
export interface Staff {
  readonly key: string;
  readonly name: string;
  readonly email: string;
}

/** One store of the demonstration, with its people and how they sell. */
export interface DemoStore {
  readonly name: string;
  readonly location: string;
  readonly address: string;
  readonly manager: Staff;
  readonly sellers: readonly Staff[];
  readonly profile: StoreProfile;
}

const staff = (name: string): Staff => {
  const key =
    name
      .split(' ')[0]
      ?.toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '') ?? name;
  return { key, name, email: `${key}@maison-roux.example` };
};

/** The password of everyone in the demonstration; its accounts exist only where nothing real is kept. */
export const demoPassword = 'essayer-la-boutique';

export const company = 'Maison Roux';
export const owner = staff('Claire Roux');
/** The platform's administrator beside the chain. */
export const administrator: Staff = { key: 'admin', name: 'Administration', email: 'admin@retail-performer.example' };
/** Invited to Lyon, has not answered yet. */
export const invited = staff('Léa Marchetti');
/** Has left the shop floor of Grenoble for a while. */
export const suspended = 'maxime';

/** Three leather-goods shops: one whose till sends the figures, one that has fallen behind the others. */
export const stores: readonly DemoStore[] = [
  {
    name: 'Lyon Bellecour',
    location: '69002 Lyon',
    address: '14 place Bellecour',
    manager: staff('Sarah Lemaire'),
    sellers: ['Emma Garnier', 'Inès Haddad', 'Karim Benali', 'Lucas Fabre', 'Thomas Morel'].map(staff),
    profile: {
      key: 'lyon',
      closes: true,
      base: 930_000,
      growth: 0.06,
      conversion: 0.27,
      counted_by: 'sellers',
      forgotten: 0.02,
      sellers: [
        { key: 'emma', weight: 0.98, basket: 10_600, units: 1.72, lately: 1.06 },
        { key: 'ines', weight: 1.02, basket: 11_400, units: 1.58 },
        { key: 'karim', weight: 1.4, basket: 11_900, units: 1.64 },
        { key: 'lucas', weight: 0.85, basket: 9700, units: 1.45, lately: 0.9 },
        { key: 'thomas', weight: 1.1, basket: 11_100, units: 1.74 },
      ],
    },
  },
  {
    name: 'Annecy',
    location: '74000 Annecy',
    address: '7 rue Carnot',
    manager: staff('Paul Vidal'),
    sellers: ['Chloé Perrin', 'Jules Renard', 'Manon Girard', 'Nathan Roche'].map(staff),
    profile: {
      key: 'annecy',
      base: 720_000,
      growth: 0.02,
      conversion: 0.23,
      counted_by: 'till',
      forgotten: 0,
      sellers: [
        { key: 'chloe', weight: 1.15, basket: 9600, units: 1.75 },
        { key: 'jules', weight: 0.9, basket: 9100, units: 1.6 },
        { key: 'manon', weight: 1.05, basket: 10_200, units: 1.7 },
        { key: 'nathan', weight: 0.9, basket: 9300, units: 1.62 },
      ],
    },
  },
  {
    name: 'Grenoble',
    location: '38000 Grenoble',
    address: '3 place Grenette',
    manager: staff('Nadia Colin'),
    sellers: ['Camille Brun', 'Hugo Marchand', 'Maxime Leroy'].map(staff),
    profile: {
      key: 'grenoble',
      base: 560_000,
      growth: -0.05,
      conversion: 0.21,
      counted_by: 'store',
      forgotten: 0.08,
      sellers: [
        { key: 'camille', weight: 1.1, basket: 8600, units: 1.6, lately: 0.9 },
        { key: 'hugo', weight: 1, basket: 8100, units: 1.5, lately: 0.86, silent: 3 },
        { key: 'maxime', weight: 0.9, basket: 8400, units: 1.55 },
      ],
    },
  },
];
