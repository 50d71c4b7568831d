export type ButtonLook = 'primary' | 'secondary' | 'neutral' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const LOOKS: Record<ButtonLook, string> = { primary: 'p', secondary: '', neutral: 'n', quiet: 'q', danger: 'd' };
const SIZES: Record<ButtonSize, string> = { sm: 'sm', md: '', lg: 'lg' };

/** The sheet's classes of a button, for an element that only looks like one. */
export function buttonClass(look: ButtonLook, size: ButtonSize, iconOnly = false, more = ''): string {
  return ['btn', LOOKS[look], SIZES[size], iconOnly ? 'ic' : '', more].filter(Boolean).join(' ');
}
