import { assertNever } from '#core/base/assert.ts';
import { type Agreed, type Block, type Line, type Sheet, textOfLine } from '#core/sheet/sheet.ts';
import { PictureView } from './pictures.tsx';
import { LogDay, LogSlip } from './log-blocks.tsx';
import { ShareBlock } from './share-block.tsx';

/** A sheet as it looks, on the screen and on paper alike. */
export function SheetView({
  sheet,
  isLarge,
}: {
  readonly sheet: Sheet;
  readonly isLarge: boolean;
}) {
  return (
    <article
      className={`sheet sheet--${sheet.audience}${isLarge ? ' sheet--large' : ''}`}
      data-kind={sheet.kind}
      lang={sheet.language}
      dir={sheet.direction}
    >
      {sheet.blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <h1 className="sheet__title">
          <LineView line={block.line} />
        </h1>
      );
    case 'heading':
      return (
        <h2 className="sheet__heading">
          <LineView line={block.line} />
        </h2>
      );
    case 'paragraph':
      return (
        <p className="sheet__paragraph">
          <LineView line={block.line} />
        </p>
      );
    case 'call':
      return (
        <div className="sheet__call">
          <PictureView name="telephone" />
          <p>
            <LineView line={block.line} />
          </p>
        </div>
      );
    case 'pictured':
      return (
        <div className="sheet__pictured">
          <PictureView name={block.picture} />
          <p>
            <LineView line={block.line} />
          </p>
        </div>
      );
    case 'small-print':
      return (
        <p className="sheet__small-print">
          <LineView line={block.line} />
        </p>
      );
    case 'field':
      return (
        <section className="sheet__field">
          <h2 className="sheet__label">
            <LineView line={block.label} />
          </h2>
          <FieldLines block={block} />
          {block.agreed !== undefined && <AgreedView agreed={block.agreed} />}
        </section>
      );
    case 'cards':
      return (
        <ul className={`cards cards--${block.layout}`}>
          {Array.from({ length: block.copies }, (_, copy) => (
            <li key={copy} className="cards__card">
              {block.lines.map((line) => (
                <p key={textOfLine(line)} className="sheet__value">
                  <LineView line={line} />
                </p>
              ))}
            </li>
          ))}
        </ul>
      );
    case 'parts':
      return (
        <ol className="sheet__parts">
          {block.parts.map(({ digits, said }, at) => (
            // The same digits can come twice in a number.
            <li key={`${at} ${digits}`}>
              <bdi dir="ltr">{digits}</bdi>
              <span>
                <LineView line={said} />
              </span>
            </li>
          ))}
        </ol>
      );
    case 'pair':
      return (
        <div className="sheet__pair">
          <span className="sheet__pair-number">{block.number}</span>
          <p className="sheet__value">
            <LineView line={block.line} />
          </p>
          <p className="sheet__value" lang={block.otherLanguage} dir={block.otherDirection}>
            <LineView line={block.other} />
          </p>
        </div>
      );
    case 'log-slip':
      return <LogSlip {...block} />;
    case 'log-day':
      return <LogDay {...block} />;
    case 'share':
      return <ShareBlock {...block} />;
    default:
      return assertNever(block);
  }
}

/** The yes a field rests on: from when to when, in figures that every reader knows. */
function AgreedView({ agreed }: { readonly agreed: Agreed }) {
  return (
    <p className="sheet__agreed">
      <PictureView name="tick" />
      <bdi dir="ltr" className="sheet__number">
        {agreed.on} – {agreed.until}
      </bdi>
    </p>
  );
}

function FieldLines({ block }: { readonly block: Extract<Block, { kind: 'field' }> }) {
  const items = block.lines.map((line) => (
    <li key={textOfLine(line)}>
      <LineView line={line} />
    </li>
  ));
  if (block.isOrdered) return <ol className="sheet__list">{items}</ol>;
  if (items.length > 1) return <ul className="sheet__list">{items}</ul>;
  return block.lines.map((line) => (
    <p
      key={textOfLine(line)}
      className={`sheet__value${/^_+$/.test(textOfLine(line)) ? ' sheet__to-sign' : ''}`}
    >
      <LineView line={line} />
    </p>
  ));
}

/** In Nastaliq a space is so narrow that words in other letters would run together. */
function lettersOf(text: string): string | undefined {
  return /\p{Script=Arabic}/u.test(text) ? undefined : 'sheet__other-letters';
}

/** Numbers run left to right whatever surrounds them; a typed text finds its own direction. */
function LineView({ line }: { readonly line: Line }) {
  return line.map((run, at) => {
    switch (run.kind) {
      case 'words':
        return (
          <span key={at} className={lettersOf(run.text)}>
            {run.text}
          </span>
        );
      case 'number':
        return (
          <bdi key={at} dir="ltr" className="sheet__number">
            {run.text}
          </bdi>
        );
      case 'value':
        return (
          <bdi key={at} dir="auto" className={lettersOf(run.text)}>
            {run.text}
          </bdi>
        );
      default:
        return assertNever(run.kind);
    }
  });
}
