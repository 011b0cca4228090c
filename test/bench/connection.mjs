// Kept-alive connections that read pages and post JSON: as little work as a client can do, for it shares the machine with what
// is measured. Understands what the product answers, and nothing else of HTTP.
import { once } from 'node:events';
import { connect } from 'node:net';

export async function openConnection(address) {
  const { port, host, origin } = new URL(address);
  // Node does not resolve names under localhost.
  const socket = connect(port, 'localhost').setNoDelay(true);
  await once(socket, 'connect');
  const always = `host: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json\r\naccept: application/json`;
  let said = '';
  let answered;
  socket.setEncoding('latin1').on('data', (chunk) => {
    said += chunk;
    const end = said.indexOf('\r\n\r\n');
    if (end < 0) return;
    const chunked = /\r\ntransfer-encoding: chunked/i.test(said.slice(0, end + 2));
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(said)?.[1] ?? 0);
    if (chunked ? !said.endsWith('\r\n0\r\n\r\n') : said.length < end + 4 + length) return;
    const head = said.slice(0, end);
    const body = said.slice(end + 4);
    said = '';
    answered({
      status: Number(head.slice(9, 12)),
      cookies: head.match(/(?<=\r\nset-cookie: )[^;]+/gi) ?? [],
      location: /\r\nlocation: ([^\r]*)/i.exec(head)?.[1],
      body,
    });
  });
  const send = (text) => {
    const answer = new Promise((done) => {
      answered = done;
    });
    socket.write(text);
    return answer;
  };
  return {
    get: (path) => send(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\n\r\n`),
    post(path, body, cookies = []) {
      const text = JSON.stringify(body);
      return send(
        `POST ${path} HTTP/1.1\r\n${always}\r\ncookie: ${cookies.join('; ')}\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      );
    },
    close: () => socket.destroy(),
  };
}

/** Does `count` things over so many connections at once; returns how many a second, and notes in `times` how long each took. */
export async function many(address, count, times, perform, atOnce = 16) {
  let next = 0;
  const connections = await Promise.all(Array.from({ length: atOnce }, () => openConnection(address)));
  const began = performance.now();
  const work = async (connection) => {
    while (next < count) {
      const index = next++;
      const start = performance.now();
      await perform(connection, index);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(connections.map(work));
  const perSecond = (count * 1000) / (performance.now() - began);
  for (const connection of connections) connection.close();
  return perSecond;
}
