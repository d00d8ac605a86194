import type { CoverTopic } from '#core/pack/guidance.ts';

/** The cover topics of the pack. */
export type Leaflets = readonly CoverTopic[];

/** What the note beside the printing says. */
export type LeafletState = 'plain' | 'printed' | 'unprinted';

/** The name of a topic in the address of its page: `cover.sleep` is `sleep`. */
export function leafletName({ id }: Pick<CoverTopic, 'id'>): string {
  return id.slice('cover.'.length);
}

/**
 * One cover topic as a page without any script: the template with its places filled. The first
 * topic when none has that name.
 */
export function fillLeaflet(
  template: string,
  topics: Leaflets,
  name: string,
  state: LeafletState,
): string {
  const topic = topics.find((candidate) => leafletName(candidate) === name) ?? topics[0];
  const values: Readonly<Record<string, string>> = {
    state,
    title: escapeHtml(topic?.title ?? ''),
    paragraphs: (topic?.paragraphs ?? []).map((text) => `<p>${escapeHtml(text)}</p>`).join('\n'),
    topics: topics
      .filter((other) => other !== topic)
      .map(
        (other) => `<li><a href="/${leafletName(other)}.html">${escapeHtml(other.title)}</a></li>`,
      )
      .join('\n'),
  };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_place, key: string) => values[key] ?? '');
}

function escapeHtml(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}
