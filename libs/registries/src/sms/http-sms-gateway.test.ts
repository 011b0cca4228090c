import { Logger } from '@nestjs/common';
import { hostileServer } from '../hostile-register.fixture.js';
import { NationalSystem } from '../national-system/national-system.js';
import { HttpSmsGateway } from './http-sms-gateway.js';

beforeEach(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

test('a message sent again after a broken connection keeps its key, so that the phone rings once', async () => {
  let tries = 0;
  const server = await hostileServer((_, response) =>
    ++tries === 1 ? response.destroy() : response.writeHead(202).end(),
  );
  const gateway = gatewayAt(server.url);
  await gateway.send('0900000101', 'Mã xác nhận: 123456');
  await gateway.send('0900000101', 'Mã xác nhận: 123456');
  const keys = server.asked.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(3);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[1]).not.toBe(keys[2]);
  await gateway.send('0900000101', 'Mã xác nhận: 123456', 'the-same');
  expect(server.asked.at(-1)?.headers['idempotency-key']).toBe('the-same');
  expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ to: '0900000101', text: 'Mã xác nhận: 123456' });
  await gateway.onModuleDestroy();
  await server.close();
});

test.each([200, 400, 401, 500])('a gateway that answers %d has not taken the message', async (status) => {
  const server = await hostileServer((_, response) => response.writeHead(status).end('{}'));
  const gateway = gatewayAt(server.url);
  await expect(gateway.send('0900000101', 'x')).rejects.toMatchObject({
    code: 'sms-unavailable',
    status: 503,
  });
  await gateway.onModuleDestroy();
  await server.close();
});

function gatewayAt(url: string): HttpSmsGateway {
  return new HttpSmsGateway(
    new NationalSystem({ name: 'SMS gateway', url, apiKey: 'key', unavailable: 'sms-unavailable' }),
  );
}
