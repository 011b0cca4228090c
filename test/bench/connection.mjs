// One kept-alive connection that posts JSON: as little work as a client can do, for it shares the machine with what
// is measured. Understands what the product answers, and nothing else of HTTP.
import { once } from 'node:events';
import { connect } from 'node:net';

export async function openConnection(address) {
  const { hostname, port, host, origin } = new URL(address);
  const socket = connect(port, hostname).setNoDelay(true);
  await once(socket, 'connect');
  const always = `host: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json\r\naccept: application/json`;
  let said = '';
  let answered;
  socket.setEncoding('latin1').on('data', (chunk) => {
    said += chunk;
    const end = said.indexOf('\r\n\r\n');
    const length = end < 0 ? undefined : Number(/\r\ncontent-length: (\d+)/i.exec(said)?.[1]);
    if (length === undefined || said.length < end + 4 + length) return;
    const head = said.slice(0, end);
    const body = said.slice(end + 4);
    said = '';
    answered({
      status: Number(head.slice(9, 12)),
      cookies: head.match(/(?<=\r\nset-cookie: )[^;]+/gi) ?? [],
      body: JSON.parse(body),
    });
  });
  return {
    post(path, body, cookies = []) {
      const text = JSON.stringify(body);
      const answer = new Promise((done) => {
        answered = done;
      });
      socket.write(
        `POST ${path} HTTP/1.1\r\n${always}\r\ncookie: ${cookies.join('; ')}\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      );
      return answer;
    },
    close: () => socket.destroy(),
  };
}
