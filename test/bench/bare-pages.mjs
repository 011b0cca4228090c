// node:http with pages it was handed, and nothing else.
import { createServer } from 'node:http';

const pages = new Map();
process.on('message', (given) => {
  for (const [path, body] of Object.entries(given)) pages.set(path, Buffer.from(body));
});
process.on('disconnect', () => process.exit());
const server = createServer((request, response) => {
  const body = pages.get(request.url);
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
    .end(body);
});
server.listen(0, 'localhost', () => process.send({ port: server.address().port }));
