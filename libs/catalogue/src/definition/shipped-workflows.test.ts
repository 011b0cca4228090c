import { languages } from '#lib/platform';
import {
  checkWorkflow,
  findingSteps,
  findingWords,
  walkWorkflow,
  type WorkflowDefinition,
} from '#lib/workflow';
import { namedWorkflow, shippedWorkflows } from './load-definitions.js';

const shipped: [string, WorkflowDefinition][] = shippedWorkflows().map((workflow) => [workflow.id, workflow]);

test('the workflows that procedures need are there', () => {
  expect(shipped.map(([id]) => id).toSorted()).toEqual([
    'appeal',
    'complaint',
    'consultation',
    'correction',
    'inspection',
    'instant',
    'interlinked',
    'part',
    'payment-at-filing',
    'payment-before-processing',
    'payment-before-result',
    'standard',
  ]);
  expect(namedWorkflow('standard').id).toBe('standard');
});

describe.each(shipped)('%s', (_, workflow) => {
  test('passes every check', () => {
    const said = checkWorkflow(workflow).map((finding) => [
      finding.path,
      findingWords(finding, 'en'),
      ...findingSteps(finding, 'en'),
    ]);
    expect(said).toEqual([]);
  });

  test('says where it comes from, and tells the citizen in every state what happens now', () => {
    expect(workflow.sources.length).toBeGreaterThan(0);
    for (const { explains } of Object.values(workflow.states))
      for (const language of languages) expect(explains?.[language]).toMatch(/\.$/);
  });

  test('can be walked to its ends', () => {
    const { walks, complete } = walkWorkflow(workflow);
    expect(complete).toBe(true);
    expect(walks.some(({ ends }) => ends === 'final')).toBe(true);
    expect(walks.every(({ ends }) => ends === 'final' || ends === 'repeat')).toBe(true);
  });
});
