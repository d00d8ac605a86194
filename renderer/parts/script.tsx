import type { Pack } from '#core/pack/pack.ts';

/** Sentences to read out, in their order. */
export function Script({
  pack,
  lines,
}: {
  readonly pack: Pick<Pack, 'paperWords'>;
  readonly lines: readonly string[];
}) {
  return (
    <ol className="say">
      {lines.map((id) => (
        <li key={id}>{pack.paperWords[id]?.text}</li>
      ))}
    </ol>
  );
}
