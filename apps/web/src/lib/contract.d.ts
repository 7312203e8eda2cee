// What `scripts/contract-routes.ts` serves: methods and paths at run time, the whole contract as types.
declare module 'virtual:contract/auth' {
  export const auth: import('./endpoint.ts').Routes<typeof import('@retail-performer/domain/contract').contract.auth>;
}
declare module 'virtual:contract/kpis' {
  export const kpis: import('./endpoint.ts').Routes<typeof import('@retail-performer/domain/contract').contract.kpis>;
}
declare module 'virtual:contract/me' {
  export const me: import('./endpoint.ts').Routes<typeof import('@retail-performer/domain/contract').contract.me>;
}
declare module 'virtual:contract/stores' {
  export const stores: import('./endpoint.ts').Routes<
    typeof import('@retail-performer/domain/contract').contract.stores
  >;
}
declare module 'virtual:contract/people' {
  export const people: import('./endpoint.ts').Routes<
    typeof import('@retail-performer/domain/contract').contract.people
  >;
}
declare module 'virtual:contract/billing' {
  export const billing: import('./endpoint.ts').Routes<
    typeof import('@retail-performer/domain/contract').contract.billing
  >;
}
declare module 'virtual:contract/integrations' {
  export const integrations: import('./endpoint.ts').Routes<
    typeof import('@retail-performer/domain/contract').contract.integrations
  >;
}
declare module 'virtual:contract/admin' {
  export const admin: import('./endpoint.ts').Routes<typeof import('@retail-performer/domain/contract').contract.admin>;
}
declare module 'virtual:contract/mail' {
  export const mail: import('./endpoint.ts').Routes<typeof import('@retail-performer/domain/contract').contract.mail>;
}
