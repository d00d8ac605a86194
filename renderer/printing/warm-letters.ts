import type { LanguageTag } from '#core/domain/language.ts';
import type { Pack } from '#core/pack/pack.ts';

/** Languages whose letters this page has, or is about to have. */
const warmed = new Set<LanguageTag>();

/**
 * Fetches the letters of languages that a sheet can be had in, one language after the other and only
 * while the page has nothing else to do: with the choice of another language its sheet is there, and
 * does not wait for Nastaliq to be unpacked. The styles of the letters have to be there.
 */
export async function warmLetters(pack: Pack, languages: readonly LanguageTag[]): Promise<void> {
  for (const language of languages) {
    if (warmed.has(language)) continue;
    warmed.add(language);
    const letters = lettersOf(pack, language);
    if (letters === '') continue;
    await idle();
    const families = familiesOf(language);
    await Promise.all(
      [400, 600].map((weight) => document.fonts.load(`${weight} 12pt ${families}`, letters)),
    );
  }
}

/** Each once. The plain Latin ones are the interface's own, and there already. */
function lettersOf(pack: Pack, language: LanguageTag): string {
  const book = pack.phraseBooks.find((candidate) => candidate.language === language);
  const texts = Object.values(book?.phrases ?? {}).map(({ text }) => text);
  // oxlint-disable-next-line no-control-regex -- the plain ones are meant, all of them
  return [...new Set(texts.join('').replaceAll(/[\u0000-\u007f]/g, ''))].join('');
}

/** As renderer/styles/_sheet.scss says it, which is the only place that does. */
function familiesOf(language: LanguageTag): string {
  const probe = document.createElement('article');
  probe.className = 'sheet';
  probe.lang = language;
  document.body.append(probe);
  const { fontFamily } = getComputedStyle(probe);
  probe.remove();
  return fontFamily;
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
}
