import { DefaultLogger, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { readFileSync, readdirSync } from 'node:fs';
import { workflowBundle as bundled } from '../support/workflow-bundle.ts';

const folder = new URL('../histories/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const recorded = (name: string): any => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  workflowBundle = await bundled();
}, 60_000);
const replay = (history: unknown): Promise<void> => Worker.runReplayHistory({ workflowBundle }, history);

test('five histories at least are kept', () => {
  expect(names.length).toBeGreaterThanOrEqual(5);
});

describe.each(names)('%s', (name) => {
  test('is replayed by the code of today', () => replay(recorded(name)));

  test('was recorded with the flags of the SDK, without which a renamed activity would pass', () => {
    const flags = recorded(name).events.flatMap(
      ({ workflowTaskCompletedEventAttributes: task }: any) => task?.sdkMetadata?.coreUsedFlags ?? [],
    );
    expect(flags.length).toBeGreaterThan(0);
  });

  test('names no machine and nobody', () => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect([...text.matchAll(/"identity": *"([^"]*)"/g)].map(([, identity]) => identity)).toContain('recorder');
    const payloads = [...text.matchAll(/"data": *"([^"]*)"/g)].map(([, data]) => atob(data ?? '')).join('\n');
    expect(payloads).not.toMatch(/@|ministry\.example/);
  });
});

test('a history that was bent is refused', async () => {
  const history = recorded('silent-until-approval.json');
  const timer = history.events.find(({ timerStartedEventAttributes: started }: any) => started !== undefined);
  timer.eventType = 'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES';
  timer.upsertWorkflowSearchAttributesEventAttributes = {
    workflowTaskCompletedEventId: timer.timerStartedEventAttributes.workflowTaskCompletedEventId,
    searchAttributes: {},
  };
  delete timer.timerStartedEventAttributes;
  await expect(replay(history)).rejects.toThrow(DeterminismViolationError);
});

test('a history whose activity has another name is refused', async () => {
  const text = JSON.stringify(recorded('delivered.json')).replaceAll('deliverDigest', 'deliverLetter');
  await expect(replay(JSON.parse(text))).rejects.toThrow(DeterminismViolationError);
});
