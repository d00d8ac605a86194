import type { Locator, Page } from '@playwright/test';
import { assert } from '#core/base/assert.ts';

/** What decides how letters look, where lines break and how high a sheet is. */
const looks = [
  'color',
  'direction',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'margin-bottom',
  'margin-top',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'text-align',
  'white-space',
  'word-spacing',
];

/** An element of a sheet; `parent` is its place in the list. */
type Piece = {
  readonly parent: number;
  readonly space: string;
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** Where it holds nothing else. */
  readonly text: string;
  readonly looks: readonly string[];
};

/** The page that draws sheets for paper, which waits empty while somebody looks at one. */
export function paperPageOf(pages: readonly Page[]): Page {
  const page = pages.find((candidate) => candidate.url().includes('paper.html'));
  assert(page !== undefined, 'the page that draws sheets is there');
  return page;
}

/** Where a sheet looks otherwise on the desk than it does on paper, element by element. */
export async function otherLooks(article: Locator, paper: Page): Promise<readonly string[]> {
  const shown = await article.evaluate((root, names): Piece[] => {
    const all = [root, ...root.querySelectorAll('*')];
    return all.map((each) => ({
      parent: all.findIndex((other) => other === each.parentElement),
      space: each.namespaceURI ?? '',
      name: each.localName,
      attributes: [...each.attributes].map(({ name, value }) => [name, value] as const),
      text: each.childElementCount === 0 ? (each.textContent ?? '') : '',
      looks: names.map((name) => getComputedStyle(each).getPropertyValue(name)),
    }));
  }, looks);
  const printed = await paper.evaluate(
    ({ pieces, names }) => {
      const built: Element[] = [];
      for (const { parent, space, name, attributes, text } of pieces) {
        const element = document.createElementNS(space, name);
        for (const [key, value] of attributes) element.setAttribute(key, value);
        element.textContent = text;
        (built[parent] ?? document.body).append(element);
        built.push(element);
      }
      const found = built.map((each) =>
        names.map((name) => getComputedStyle(each).getPropertyValue(name)),
      );
      built[0]?.remove();
      return found;
    },
    { pieces: shown, names: looks },
  );
  assert(shown.length > 1, 'there is a sheet');
  return shown.flatMap((piece, at) =>
    piece.looks.flatMap((value, name) => {
      const other = printed[at]?.[name];
      const about = piece.attributes.find(([key]) => key === 'class')?.[1] ?? piece.name;
      return value === other ? [] : [`${about}: ${looks[name]} ${value}, on paper ${other}`];
    }),
  );
}
