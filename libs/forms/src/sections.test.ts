import { hasTaskList, type PageDefinition, sectionsOf } from './index.js';
import { words } from './testing/ask.js';

const pages = (count: number, section?: string): PageDefinition[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${section ?? 'page'}-${index}`,
    title: words('Trang'),
    ...(section && { section: words(section) }),
    fields: [],
  }));

describe('a form', () => {
  const long = [...pages(3, 'A'), ...pages(3, 'B'), ...pages(3, 'C'), ...pages(3, 'D')];

  it('of twelve pages in four sections lists these, unless it says otherwise', () => {
    expect(hasTaskList({ pages: long })).toBe(true);
    expect(hasTaskList({ pages: long, taskList: false })).toBe(false);
  });

  it('that is shorter, or whose pages name no sections, is walked through, unless it says otherwise', () => {
    expect(hasTaskList({ pages: long.slice(1) })).toBe(false);
    expect(hasTaskList({ pages: pages(40) })).toBe(false);
    expect(hasTaskList({ pages: pages(2), taskList: true })).toBe(true);
  });

  it('reads pages that follow each other under one section together, others by themselves', () => {
    const read = sectionsOf([...pages(2, 'A'), ...pages(2), ...pages(1, 'A')]);
    expect(read.map(({ title, pages: together }) => [title.vi, together.length])).toEqual([
      ['A', 2],
      ['Trang', 1],
      ['Trang', 1],
      ['A', 1],
    ]);
  });
});
