import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import {
  FAIRNESS_STOPS,
  fairnessStop,
  fairnessStopText,
  loadPriceText,
} from '../../../shared/words/policy-values.ts';

interface Props {
  /** Weight of load beyond the band, in cost units a quarter-point². */
  readonly weight: number;
  readonly onChange: (weight: number) => void;
}

const last = FAIRNESS_STOPS.length - 1;
const percent = (place: number): string => `${(place / last) * 100}%`;

/** From wishes to fairness in five stops: the weight of uneven load. */
export function FairnessSlider({ weight, onChange }: Props) {
  const { place, exact } = fairnessStop(weight);
  const text = exact ? fairnessStopText(place) : 'Between stops';
  // The field below shows the price with its unit; bare weights would be other numbers for the same thing.
  const priceOf = (stop: number): string => loadPriceText(stop).split(' ')[0] ?? '';
  return (
    <Slider
      minValue={0}
      maxValue={last}
      step={1}
      value={place}
      onChange={(value) => onChange(FAIRNESS_STOPS[value] ?? weight)}
      className="flex flex-col gap-1"
    >
      <div className="flex items-baseline justify-between">
        <Label className="text-section font-medium">Wishes or fairness</Label>
        <SliderOutput className="font-medium">
          {() => (
            <>
              {text}
              <span className="font-normal text-muted">, {loadPriceText(weight)}</span>
            </>
          )}
        </SliderOutput>
      </div>
      <SliderTrack className="relative mx-2 h-7">
        <span className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-track forced-colors:border" />
        {FAIRNESS_STOPS.map((stop, at) => (
          <span
            key={stop}
            aria-hidden
            className="absolute top-1/2 size-2 -translate-1/2 rounded-full bg-border"
            style={{ left: percent(at) }}
          />
        ))}
        <SliderThumb
          aria-label="Wishes or fairness"
          className="top-1/2 size-4.5 rounded-full border-2 border-accent bg-ground data-dragging:bg-accent data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent forced-colors:bg-[Highlight]"
        />
      </SliderTrack>
      <div aria-hidden className="relative mx-2 h-4 text-label text-muted">
        {FAIRNESS_STOPS.map((stop, at) => (
          <span
            key={stop}
            className={`absolute whitespace-nowrap ${at === 0 || at === last ? '' : '-translate-x-1/2'}`}
            style={at === last ? { right: '-0.5rem' } : { left: at === 0 ? '-0.5rem' : percent(at) }}
          >
            {at === 0
              ? `Wishes, ${priceOf(stop)}`
              : at === last
                ? `${priceOf(stop)}, fairness`
                : priceOf(stop)}
          </span>
        ))}
      </div>
    </Slider>
  );
}
