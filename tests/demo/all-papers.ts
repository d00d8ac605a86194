import { basename } from 'node:path';
import { countPages } from '../support/pdf.ts';
import { askerOf } from '../support/ask.ts';
import { basePack } from '../support/core.ts';
import type { Running } from '../support/launch.ts';
import type { Queue } from '../support/queue.ts';
import { holdVisits } from '../sheets/made-up-visits.ts';
import { makerAt } from '../sheets/paper-shop.ts';
import { languagesOf, type Ware, wares } from '../sheets/wares.ts';

export type FiledSheet = {
  readonly kind: string;
  readonly audience: string;
  readonly language: string;
  readonly file: string;
  readonly pages: number;
};

/** What a sheet is called in the report, by its name among the wares; the same name where none is here. */
const kinds: Readonly<Record<string, string>> = {
  information: 'person',
  full: 'person-full',
  bilingual: 'bilingual-sheet',
  card: 'pocket-card',
  'card-ten': 'pocket-card',
  'card-folded': 'pocket-card',
  slip: 'disguised-slip',
  'slip-hidden': 'disguised-slip',
  'follow-up': 'follow-up-slip',
  memorise: 'memorise-aid',
  'safety-plan-disguised': 'safety-plan',
  'missing-person': 'missing-person-sheet',
  ground: 'notice-without-consent',
  'phrase-panel': 'phrase-panels',
  recovery: 'recovery-sheet',
};
const kindOf = ({ name }: Ware) => kinds[name] ?? name;

/** Every kind that the report has to hold. */
export const sheetKinds: readonly string[] = [...new Set(wares.map(kindOf))];

/**
 * Every sheet there is, about visits held for them, by the calls that the pages make: each kind in a
 * language of its own as far as it has more than one, and after that a page of cards in each that
 * is left.
 */
export async function makeAllPapers(
  place: { readonly running: Running; readonly queue: Queue; readonly saved: string },
  folder: string,
): Promise<readonly FiledSheet[]> {
  const known = await holdVisits(askerOf(place.running.page));
  const make = makerAt({ ...place, known }, folder);
  const left = basePack().manifest.languages.map(({ tag }) => tag);
  const filed: FiledSheet[] = [];
  const add = async (ware: Ware, language: string) => {
    const { sheet, file } = await make(ware, language);
    filed.push({
      kind: kindOf(ware),
      audience: sheet.audience,
      language: sheet.language,
      file: basename(file),
      pages: countPages(file),
    });
  };
  for (const ware of wares) {
    const [language = 'en'] = ware.isInAllLanguages ? left.splice(0, 1) : languagesOf(ware, left);
    await add(ware, language);
  }
  for (const ware of wares.filter(({ name }) => name === 'card-ten'))
    for (const language of left) await add(ware, language);
  return filed;
}
