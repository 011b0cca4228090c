import { digestOf } from '../revision/publish-revision.js';
import { definitionYaml } from './definition-yaml.js';
import { shippedDefinition } from './load-definitions.js';
import { readWritten } from './read-written.js';
import type { ServiceDefinition } from './service-definition.js';

test.each(['1.001193', '1.013225', '2.000986'])(
  '%s written out and read again is the same definition',
  (code) => {
    const shipped = shippedDefinition(code) as ServiceDefinition;
    const { definition, findings } = readWritten(definitionYaml(shipped));
    expect(findings).toEqual([]);
    expect(digestOf(definition as ServiceDefinition)).toBe(digestOf(shipped));
  },
);
