import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FlowOperationRequest,
  flowOperations,
  FlowOperationType,
  flowStructureUtil,
  FlowVersion,
  FlowVersionTemplate,
  LATEST_FLOW_SCHEMA_VERSION,
} from '@activepieces/shared';
import { expect, test } from 'vitest';

// What "Import Flow" of Activepieces does with a file, by its own package: its dialog reads the flow in it, its server
// checks the operation and carries it out on a new flow.

const file = join(import.meta.dirname, '../../docs/guides/automation/activepieces-package.json');
const { name, template } = JSON.parse(readFileSync(file, 'utf8')) as { name: unknown; template: unknown };

const AT = '2026-11-30T00:00:00.000Z';

/** As a flow is that was just made. */
const newFlow = FlowVersion.parse({
  id: 'version',
  flowId: 'flow',
  created: AT,
  updated: AT,
  updatedBy: null,
  displayName: 'Untitled',
  trigger: { name: 'trigger', type: 'EMPTY', valid: false, displayName: '', settings: {}, lastUpdatedDate: AT },
  valid: false,
  state: 'DRAFT',
  schemaVersion: LATEST_FLOW_SCHEMA_VERSION,
  connectionIds: [],
  agentIds: [],
  notes: [],
  backupFiles: null,
});

test('the flow for Activepieces is read and imported by its own code, with every step', () => {
  expect(name).toEqual(expect.any(String));
  const { displayName, trigger, schemaVersion } = FlowVersionTemplate.parse(template);
  const operation = FlowOperationRequest.parse({
    type: FlowOperationType.IMPORT_FLOW,
    request: { displayName, trigger, schemaVersion, notes: [] },
  });
  const imported = flowOperations.apply(newFlow, operation);
  expect(imported).toMatchObject({ displayName, valid: true });
  const steps = flowStructureUtil.getAllSteps(imported.trigger);
  expect(steps.map(({ type, settings }) => [type, settings.triggerName ?? settings.actionName])).toEqual([
    ['PIECE_TRIGGER', 'catch_webhook'],
    ['PIECE', 'getRunId'],
    ['PIECE', 'send_request'],
    ['PIECE', 'send_request'],
  ]);
});
