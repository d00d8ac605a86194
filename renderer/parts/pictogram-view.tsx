import type { Pictogram } from '#core/pack/pictogram.ts';

/** One drawing, out of its strokes. The words for it are with whoever shows it. */
export function PictogramView({ pictogram }: { readonly pictogram: Pictogram }) {
  return (
    <svg className="pictogram" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      {pictogram.strokes.map((path) => (
        <path key={path} className="pictogram__stroke" d={path} />
      ))}
      {pictogram.fills.map((path) => (
        <path key={path} className="pictogram__fill" d={path} />
      ))}
    </svg>
  );
}
