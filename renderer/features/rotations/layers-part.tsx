import { Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { weightText } from '../../../shared/words/rotation-text.ts';
import { announce } from '../../state/announce.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { moved, OrderList } from '../../ui/order-list.tsx';
import { withLayer, withoutLayer, type LayerDraft } from './draft.ts';
import { Part } from './part.tsx';
import type { PartProps } from './terms-part.tsx';

/** The model’s limit: more at once is nobody’s on-call. */
const MOST = 6;

const offered = [
  { id: 'secondary', title: 'Secondary', weight: 50 },
  { id: 'backup', title: 'Backup', weight: 25 },
  { id: 'shadow', title: 'Shadow', weight: 0 },
] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function LayerFields({ layer, draft, errors, set }: PartProps & { readonly layer: LayerDraft }) {
  const change = (next: Partial<LayerDraft>): void =>
    set({ layers: draft.layers.map((one) => (one.name === layer.name ? { ...one, ...next } : one)) });
  const weight = /^\d+$/.test(layer.weight.trim()) ? Number(layer.weight) : null;
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Field
          label={`Layer ${layer.title}`}
          labelShown={false}
          value={layer.title}
          onChange={(title) => change({ title })}
          hint={weight === null ? undefined : capital(weightText({ weightPercent: weight }))}
          error={errors[`title-${layer.name}`]}
        />
      </div>
      <div className="w-32">
        <Field
          label={`Weight of ${layer.title}, in % of a primary`}
          labelShown={false}
          value={layer.weight}
          onChange={(text) => change({ weight: text })}
          hint="% of a primary"
          error={errors[`weight-${layer.name}`]}
        />
      </div>
      <span className="self-center">
        <IconButton
          label={`Remove the layer ${layer.title}`}
          icon={<X size={14} aria-hidden />}
          disabledReason={draft.layers.length === 1 ? 'A rotation has at least one layer' : undefined}
          onPress={() => set(withoutLayer(draft, layer.name))}
        />
      </span>
    </div>
  );
}

/** The roles of a turn, the first to call first; each weighs what it counts against a primary. */
export function LayersPart({ draft, errors, set }: PartProps) {
  const trigger = (
    <AriaButton className={buttonLook('plain', 'small')}>
      <Plus size={13} aria-hidden />
      Add layer
    </AriaButton>
  );
  const groups = [
    {
      id: 'layers',
      entries: offered.map(({ id, title, weight }) => ({
        id,
        title: `${title}: ${weightText({ weightPercent: weight })}`,
        disabledReason: draft.layers.length >= MOST ? `A rotation has at most ${MOST} layers` : undefined,
        run: () => set(withLayer(draft, title, weight)),
      })),
    },
  ];
  return (
    <Part
      title="Layers"
      about="Who is called, in this order. A layer that weighs 0 % looks on: it counts for nothing, and nobody has to hold it."
    >
      <OrderList
        label="Layers, in the order in which they are called"
        items={draft.layers.map((layer) => ({
          id: layer.name,
          name: layer.title,
          content: <LayerFields layer={layer} draft={draft} errors={errors} set={set} />,
        }))}
        onMove={(from, to) => {
          const layers = moved(draft.layers, from, to);
          set({ layers });
          announce(`${layers[to]?.title ?? ''} is layer ${to + 1} of ${layers.length}.`);
        }}
      />
      <div>
        <Menu label="Add layer" trigger={trigger} groups={groups} />
      </div>
    </Part>
  );
}
