import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import request from 'supertest';
import { startedApp } from './started-app.fixture.js';
import { WhoMay } from './who-may.js';

@Controller()
class Place {
  @Get('from')
  @WhoMay('anyone')
  from(@Req() { ip }: FastifyRequest): string {
    return ip;
  }
}

test.each([
  ['is what the connection says, whatever a header claims', undefined, '127.0.0.1'],
  ['is what a proxy that is named says', ['127.0.0.1'], '203.0.113.7'],
  ['is not what another proxy says', ['10.0.0.0/8'], '127.0.0.1'],
])('where a request comes from %s', async (_, proxies, from) => {
  const { app } = await startedApp(Place, undefined, proxies);
  const { text } = await request(app.getHttpServer())
    .get('/from')
    .set({ host: 'localhost:3000', 'x-forwarded-for': '203.0.113.7' });
  await app.close();
  expect(text).toBe(from);
});
