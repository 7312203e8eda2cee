import { jobsOf } from '../src/compose-jobs.ts';
import { readConfig } from '../src/core/config.ts';
import { jobRunner, type JobRunner } from '../src/core/jobs/runner.ts';
import type { TestApp } from './test-app.ts';

/** Does the work of one kind as the program would, by the clock of the test; a failure ends the test. */
export function runnerFor(api: TestApp, kind: string, variables: Readonly<Record<string, string>> = {}): JobRunner {
  const { database, system, services } = api;
  const config = readConfig({ APP_ENV: 'test', ...variables });
  const jobs = jobsOf({ database, system, config }, services).filter((job) => job.kind === kind);
  if (jobs.length === 0) throw new Error(`There is no job ${kind}`);
  return jobRunner({
    database,
    system,
    jobs,
    report: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
}

/** Lets several runners of one kind plan and work at the same time. */
export async function race(runners: readonly JobRunner[]): Promise<void> {
  await Promise.all(runners.map((each) => each.plan()));
  await Promise.all(runners.map((each) => each.work()));
}
