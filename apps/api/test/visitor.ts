import { type DemoRole, DemoVisit } from '@retail-performer/domain/demo';
import type { Reply, TestApp } from './test-app.ts';

/** Someone in a demonstration, and calls in his name. */
export interface Visitor {
  readonly visit: DemoVisit;
  readonly workspace_id: string;
  /** The stores by the order in which they opened: Lyon Bellecour, Annecy, Grenoble. */
  readonly stores: readonly [string, string, string];
  readonly headers: { readonly authorization: string };
  get(path: string): Promise<Reply>;
  post(path: string, body?: object): Promise<Reply>;
  /** Goes on as someone else of the same demonstration. */
  become(role: DemoRole, store_id?: string): Promise<Visitor>;
}

/** What was answered to whoever opened or changed a demonstration, as someone who calls. */
export function visitorOf(api: TestApp, { json }: Reply): Visitor {
  const visit = DemoVisit.parse(json);
  const [first, second, third] = visit.demo.stores.map(({ id }) => id);
  const { workspace_id } = visit.user;
  if (first === undefined || second === undefined || third === undefined || workspace_id === null) {
    throw new Error('A demonstration has three stores');
  }
  const headers = { authorization: `Bearer ${visit.token}` };
  const post = (path: string, body: object = {}) => api.post(null, path, body, headers);
  return {
    visit,
    workspace_id,
    stores: [first, second, third],
    headers,
    post,
    get: (path) => api.get(null, path, headers),
    become: async (role, store_id) => visitorOf(api, await post('/demo/switch', { role, store_id })),
  };
}

/** Opens a demonstration and enters it. */
export const visit = async (api: TestApp, role: DemoRole): Promise<Visitor> =>
  visitorOf(api, await api.post(null, '/demo/session', { role }));
