'use client';
import { Menu } from '@base-ui/react/menu';
import { buttonClass } from './button-class';
import { IconCheck, IconChevronDown } from './icons';

/**
 * One of a few, behind a button that shows which: arrow keys move, Enter chooses, Escape leaves it as it is. For what
 * acts at once; in a form use Select.
 */
export function ChoiceMenu(props: {
  /** What is being chosen; read before the name on the button. */
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
  busy?: boolean;
}) {
  const current = props.choices.find((choice) => choice.value === props.value);
  return (
    <Menu.Root>
      <Menu.Trigger
        className={buttonClass('quiet', 'sm', false, 'choice')}
        disabled={props.busy}
        aria-busy={props.busy || undefined}
      >
        <span className="vh">{props.label}</span>
        {current?.label ?? props.label}
        <IconChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" collisionPadding={8} className="pop-at">
          <Menu.Popup className="pop choices">
            <Menu.RadioGroup value={props.value} onValueChange={(value: string) => props.onChoose(value)}>
              {props.choices.map((choice) => (
                <Menu.RadioItem key={choice.value} value={choice.value} closeOnClick className="choice-item">
                  <Menu.RadioItemIndicator keepMounted className="choice-mark">
                    <IconCheck />
                  </Menu.RadioItemIndicator>
                  {choice.label}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
