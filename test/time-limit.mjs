import { addEventHandler } from 'jest-circus';

// The runner calls tests and hooks without a limit; a promise that nobody keeps would hold up the whole run.
const usual = 60_000;

addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const added = (event.name === 'add_test' ? currentDescribeBlock.tests : currentDescribeBlock.hooks).at(-1);
  added.fn = within(event.timeout ?? usual, event.fn);
});

function within(milliseconds, act) {
  return async () => {
    let timer;
    const limit = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not done after ${milliseconds} ms.`)), milliseconds);
    });
    try {
      await Promise.race([act(), limit]);
    } finally {
      clearTimeout(timer);
    }
  };
}
