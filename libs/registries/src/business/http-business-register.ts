import type { OnModuleDestroy } from '@nestjs/common';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { NationalSystem } from '../national-system/national-system.js';
import { BusinessRegister, type RegisterEnterprise } from './business-register.js';

/** The business register over HTTP. An answer about another enterprise than was asked for is no answer. */
export class HttpBusinessRegister extends BusinessRegister implements OnModuleDestroy {
  constructor(private readonly system: NationalSystem) {
    super();
  }

  async findEnterprise(taxCode: string, purpose: string): Promise<RegisterEnterprise | undefined> {
    const answer = await this.system.send({
      method: 'GET',
      path: `/api/business/enterprises/${encodeURIComponent(taxCode)}`,
      headers: { 'x-purpose': encodeURI(purpose) },
    });
    const { status, body } = answer;
    // A 404 of the register itself, not of something else that listens at its address.
    if (status === 404 && (body as { code?: unknown } | null)?.code === 'enterprise-not-found')
      return undefined;
    if (status === 200 && isEnterprise(body) && body.taxCode === taxCode) return body;
    throw this.system.untrusted(answer);
  }

  async onModuleDestroy(): Promise<void> {
    await this.system.close();
  }
}

// What the register adds without being asked is dropped: we keep no more than we know how to use.
const ajv = new Ajv2020({ strict: true, removeAdditional: 'all' });
const name = { type: 'string', minLength: 1, maxLength: 300 };

const isEnterprise = ajv.compile<RegisterEnterprise>({
  type: 'object',
  properties: {
    taxCode: { type: 'string', pattern: '^[0-9]{10}([0-9]{3})?$' },
    name,
    status: { enum: ['active', 'dissolved'] },
    representatives: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        properties: { idNumber: { type: 'string', pattern: '^[0-9]{12}$' }, fullName: name },
        required: ['idNumber', 'fullName'],
        additionalProperties: false,
      },
    },
  },
  required: ['taxCode', 'name', 'status', 'representatives'],
  additionalProperties: false,
});
