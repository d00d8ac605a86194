import { Checkboxes } from 'nhsuk-react-components';
import { ConsentItem } from '#core/domain/consent.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';

/** What is passed on, piece by piece; nothing is ticked before somebody ticks it. */
export function ItemTicks({
  name,
  legend,
  hint,
  pack,
  items,
  onChoose,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly pack: Pack;
  readonly items: readonly ConsentItem[];
  readonly onChoose: (items: ConsentItem[]) => void;
}) {
  return (
    <Checkboxes
      legend={legend}
      legendProps={{ size: 's' }}
      idPrefix={name}
      name={name}
      {...(hint === undefined ? {} : { hint })}
    >
      {ConsentItem.options.map((item) => (
        <Checkboxes.Item
          key={item}
          value={item}
          checked={items.includes(item)}
          onChange={() =>
            onChoose(
              ConsentItem.options.filter((each) =>
                each === item ? !items.includes(item) : items.includes(each),
              ),
            )
          }
        >
          {itemName(pack, item)}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

/** What staff read an item as. */
export function itemName(pack: Pack, item: ConsentItem): string {
  return phraseText(pack, staffLanguage, `item.${item}`);
}
