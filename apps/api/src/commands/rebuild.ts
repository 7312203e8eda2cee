import { connect, migrate } from '../compose.ts';
import { readConfig } from '../core/config.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';
import { unitOf } from '../core/unit.ts';
import { rebuildRepository } from '../features/kpis/rebuild.repository.ts';
import { rebuildService } from '../features/kpis/rebuild.service.ts';
import { Stores } from '../features/stores/store.repository.ts';

// Usage: node apps/api/src/commands/rebuild.ts [store id …]; every store when none is named.
const outside = await connect(readConfig(withKeptSecrets(process.env)));
try {
  await migrate(outside);
  const { database, system } = outside;
  const data = unitOf(database, (at) => ({ rebuilds: rebuildRepository(at) }));
  const rebuilds = rebuildService({ data, system });
  const wanted = process.argv.slice(2);
  const where = wanted.length === 0 ? {} : { id: { $in: wanted } };
  for (const store of await database.of(Stores).find(where, { select: ['id', 'workspace_id'] })) {
    console.log(`${store.id}: ${await rebuilds.rebuild(store)} days corrected`);
  }
} finally {
  await outside.database.close();
}
