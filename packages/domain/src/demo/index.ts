export { demoApi } from './demo.api.ts';
export { demoErrors } from './demo.errors.ts';
export { DemoInput, DemoRole, DemoSwitch, DemoTour, DemoVisit } from './demo.model.ts';
export { demoEnd, isDemoLive, isDemoUseWorthNoting, liveDemosMax } from './demo.rules.ts';
