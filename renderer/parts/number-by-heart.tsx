import type { Language } from '#core/pack/manifest.ts';

/** A number in the pieces it is read in, to be learned and then left here. */
export function NumberByHeart({
  number,
  title,
  how,
  language,
}: {
  readonly number: string;
  readonly title: string;
  readonly how: string;
  readonly language: Language | undefined;
}) {
  return (
    <section className="preview" lang={language?.tag} dir={language?.direction}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <p className="chunks">
        <bdi dir="ltr">{number}</bdi>
      </p>
      <p>{how}</p>
    </section>
  );
}
