import { FilePlus2, ImagePlus, Link2, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Image } from '../../../../shared/model/image.ts';
import type { Runbook } from '../../../../shared/model/runbook.ts';
import { runbooksInOrder } from '../../../../shared/runbooks/coverage.ts';
import { brokenLinks, imageLink, innerLinks, type InnerLink } from '../../../../shared/runbooks/links.ts';
import { isUntouched, runbookTemplates } from '../../../../shared/runbooks/templates.ts';
import { pictureLimits } from '../../../../shared/words/picture-text.ts';
import { openWorkspace } from '../../../state/workspace-store.ts';
import { buttonLook, Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { useInnerContent } from '../use-inner-content.ts';
import { CodeField, type CodeHandle } from './code-field.tsx';
import { completeLinks } from './complete-links.ts';
import { Pictures } from './pictures.tsx';
import { Preview } from './preview.tsx';
import { choosePictures, readPictures } from './read-pictures.ts';

interface Props {
  readonly runbook: Pick<Runbook, 'id'>;
  readonly body: string;
  readonly onBody: (body: string) => void;
  /** The runbook's pictures, those included that are not saved yet. */
  readonly pictures: readonly Image[];
  readonly onPictures: (change: (before: readonly Image[]) => readonly Image[]) => void;
  /** Markdown of the other fields, which may show pictures as well. */
  readonly otherTexts: readonly string[];
  readonly error: string | undefined;
}

type View = 'write' | 'both' | 'read';
const views = [
  { id: 'write', title: 'Write' },
  { id: 'both', title: 'Both' },
  { id: 'read', title: 'Preview' },
] as const;

/** Letters beyond which the preview waits until it is asked for: making it takes longer than a keystroke may. */
const mostLive = 100_000;

const linkable = () => {
  const workspace = openWorkspace();
  return runbooksInOrder(workspace).map(({ id, title, pipeline }) => ({
    id,
    title,
    pipeline: pipeline === null ? null : (workspace.pipelines[pipeline]?.name ?? null),
  }));
};
const complete = completeLinks(linkable);

function Broken({
  links,
  onGo,
}: {
  readonly links: readonly InnerLink[];
  readonly onGo: (line: number) => void;
}) {
  if (links.length === 0) return null;
  return (
    <ul className="runbook-broken" aria-label="Links that lead nowhere">
      {links.map(({ kind, words, line }, index) => (
        <li key={index}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            Line {line}: {words === '' ? 'a link' : `“${words}”`} leads to a{' '}
            {kind === 'image' ? 'picture' : 'runbook'} that is not there.
          </span>
          <Button size="small" kind="quiet" onPress={() => onGo(line)}>
            Show line {line}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The notes: Markdown on one side, what the reader will see on the other; templates, links to runbooks, pictures. */
export function BodyEditor({ runbook, body, onBody, pictures, onPictures, otherTexts, error }: Props) {
  const [view, setView] = useState<View>('both');
  const [code, setCode] = useState<CodeHandle | null>(null);
  const [place, setPlace] = useState(0);
  const inner = useInnerContent(pictures);
  const settled = useDeferredValue(body);
  const used = useMemo(
    () => new Set([settled, ...otherTexts].flatMap(innerLinks).map((it) => it.id)),
    [settled, otherTexts],
  );
  const own = new Set<string>(pictures.map((it) => it.id));
  const broken = useMemo(
    () =>
      brokenLinks(settled, (kind, id) =>
        kind === 'image' ? inner.image(id) !== null : inner.hasRunbook(id),
      ),
    [settled, inner],
  );
  const add = async (files: readonly File[]): Promise<void> => {
    const others = Object.values(openWorkspace().images).filter((it) => !own.has(it.id));
    const read = await readPictures(files, runbook.id, [...others, ...pictures]);
    if (read.length === 0) return;
    onPictures((before) => [...before, ...read]);
    code?.insert(read.map((it) => imageLink(it.id, it.name.replace(/\.\w{3,4}$/, ''))).join('\n'));
  };
  const take = (template: string): void => {
    if (isUntouched(body)) onBody(template);
    else code?.insert(template);
  };
  const isLong = body.length > mostLive;
  return (
    <section className="runbook-editor" aria-label="Notes">
      <div className="runbook-editor-bar">
        <h3>Notes</h3>
        <SegmentedControl label="Show" options={views} value={view} onChange={setView} />
        <span />
        <Menu
          label="Template"
          trigger={
            <AriaButton className={buttonLook('quiet', 'small')}>
              <FilePlus2 size={13} aria-hidden /> Template
            </AriaButton>
          }
          groups={[
            {
              id: 'templates',
              title: isUntouched(body) ? 'Begin with' : 'Put in at the cursor',
              entries: runbookTemplates.map(({ id, title, use, body: text }) => ({
                id,
                title: `${title}: ${use}`,
                disabledReason:
                  view === 'read' && !isUntouched(body) ? 'Choose Write or Both first' : undefined,
                run: () => take(text),
              })),
            },
          ]}
        />
        <Button
          size="small"
          kind="quiet"
          icon={<Link2 size={13} aria-hidden />}
          hint="Or type [[ and a word of its title"
          disabledReason={code === null ? 'Choose Write or Both first' : undefined}
          onPress={() => code?.link()}
        >
          Link a runbook
        </Button>
        <Button
          size="small"
          kind="quiet"
          icon={<ImagePlus size={13} aria-hidden />}
          hint={`Or paste or drop one. ${pictureLimits}`}
          disabledReason={code === null ? 'Choose Write or Both first' : undefined}
          onPress={() => void choosePictures().then(add)}
        >
          Add picture
        </Button>
      </div>
      <div className="runbook-editor-panes" data-view={view}>
        {view === 'read' ? null : (
          <CodeField
            label="Notes"
            value={body}
            onChange={onBody}
            complete={complete}
            onFiles={(files) => void add(files)}
            onReady={setCode}
            onPlace={setPlace}
            isInvalid={error !== undefined}
          />
        )}
        {view === 'write' ? null : view === 'both' && isLong ? (
          <p className="runbook-preview runbook-fine">
            These notes are long, so the preview waits: choose Preview to see them.
          </p>
        ) : (
          <Preview body={body} inner={inner} place={view === 'read' ? 0 : place} />
        )}
      </div>
      {error === undefined ? null : <p className="runbook-form-fault">{error}</p>}
      <p className="runbook-fine">
        Markdown. HTML is shown as words, never run; pictures from the web become links. Exports leave out
        what stands between [redact] and [/redact]. {pictureLimits}
      </p>
      <Broken links={broken} onGo={(line) => code?.goToLine(line)} />
      <Pictures
        pictures={pictures}
        used={used}
        onRemove={(picture) => onPictures((before) => before.filter((it) => it.id !== picture.id))}
      />
    </section>
  );
}
