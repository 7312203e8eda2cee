export { adminApi, AdminStats, AdminWorkspace } from './admin.api.ts';
export { countPeople, type PeopleCounts, type PeopleGroup } from './admin.rules.ts';
