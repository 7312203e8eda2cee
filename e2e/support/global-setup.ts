import { buildWeb } from '../../scripts/lib/web-build.mjs';
import { startProduct } from './server.ts';

/** Builds the web application where it is older than its sources, and starts the product; ends with its stop. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await buildWeb();
  const product = await startProduct();
  process.env.JOURNEYS_ORIGIN = product.origin;
  return () => product.stop();
}
