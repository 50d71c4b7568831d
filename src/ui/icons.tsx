/**
 * Icons: Lucide drawings at 18px and stroke 2, plus the five answer marks and the house mark, which are our own.
 * Every icon is decorative (`aria-hidden`): the word stands beside it, or a visually hidden one does.
 * Props of each: `{ className?: 's16' | 's20' | 's24' | string }`.
 */
import {
  BadgeCheck,
  Calendar,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleAlert,
  CircleX,
  Clock,
  CloudCheck,
  Copy,
  CornerUpLeft,
  Download,
  FileSpreadsheet,
  FileText,
  Globe,
  History,
  Hourglass,
  Inbox,
  Info,
  Link,
  Lock,
  LogOut,
  type LucideIcon,
  Mail,
  MailOpen,
  MessageCircleQuestionMark,
  Paperclip,
  Pause,
  Pencil,
  Play,
  Plus,
  Printer,
  RefreshCw,
  Scale,
  Search,
  Send,
  ShieldCheck,
  ShieldOff,
  TriangleAlert,
  Undo2,
  User,
  UserPlus,
  Users,
  WifiOff,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';

export interface IconProps {
  /** A size of the sheet (`s16`, `s20`, `s24`) or further classes; 18px without. */
  className?: string;
}

function drawn(Drawing: LucideIcon) {
  return function Icon({ className = '' }: IconProps) {
    return <Drawing aria-hidden="true" className={`i ${className}`} />;
  };
}

function Mark({ className = '', children }: IconProps & { children: ReactNode }) {
  return (
    <svg className={`i ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** ○ met */
export function MarkMet(props: IconProps) {
  return (
    <Mark {...props}>
      <circle cx="12" cy="12" r="8" strokeWidth="3" />
    </Mark>
  );
}
/** △ partly met */
export function MarkPartial(props: IconProps) {
  return (
    <Mark {...props}>
      <path d="M12 4.5 21 20H3Z" strokeWidth="3" strokeLinejoin="miter" />
    </Mark>
  );
}
/** × not met */
export function MarkUnmet(props: IconProps) {
  return (
    <Mark {...props}>
      <path d="M5 5 19 19M19 5 5 19" strokeWidth="3.4" strokeLinecap="butt" />
    </Mark>
  );
}
/** － not applicable */
export function MarkNotApplicable(props: IconProps) {
  return (
    <Mark {...props}>
      <path d="M5 12H19" strokeWidth="3" strokeLinecap="butt" />
    </Mark>
  );
}
/** dotted circle: nothing yet (unanswered, unreviewed, unverified) */
export function MarkNone(props: IconProps) {
  return (
    <Mark {...props}>
      <circle cx="12" cy="12" r="8" strokeWidth="2" strokeDasharray="3 3.28" strokeLinecap="butt" />
    </Mark>
  );
}
/** The house mark. */
export function MarkTenken(props: IconProps) {
  return (
    <Mark {...props}>
      <rect x="3" y="3" width="18" height="18" strokeWidth="2.4" strokeLinejoin="miter" />
      <path d="m7.5 12.2 3.2 3.2 6-7" strokeWidth="2.8" strokeLinecap="butt" strokeLinejoin="miter" />
    </Mark>
  );
}

export const IconAccept = drawn(Scale);
export const IconApprove = drawn(BadgeCheck);
export const IconCalendar = drawn(Calendar);
export const IconCheck = drawn(Check);
export const IconChevronDown = drawn(ChevronDown);
export const IconChevronLeft = drawn(ChevronLeft);
export const IconChevronRight = drawn(ChevronRight);
export const IconChevronUp = drawn(ChevronUp);
export const IconClock = drawn(Clock);
export const IconClose = drawn(X);
export const IconCopy = drawn(Copy);
export const IconDownload = drawn(Download);
export const IconError = drawn(CircleAlert);
export const IconFile = drawn(FileText);
export const IconGlobe = drawn(Globe);
export const IconHistory = drawn(History);
export const IconHourglass = drawn(Hourglass);
export const IconInfo = drawn(Info);
export const IconLink = drawn(Link);
export const IconLock = drawn(Lock);
export const IconMail = drawn(Mail);
export const IconMailOpen = drawn(MailOpen);
export const IconQuestion = drawn(MessageCircleQuestionMark);
export const IconPaperclip = drawn(Paperclip);
export const IconPause = drawn(Pause);
export const IconPencil = drawn(Pencil);
export const IconPlay = drawn(Play);
export const IconPlus = drawn(Plus);
export const IconPrint = drawn(Printer);
export const IconRefresh = drawn(RefreshCw);
export const IconRefuse = drawn(CircleX);
export const IconReturn = drawn(CornerUpLeft);
export const IconSaved = drawn(CloudCheck);
export const IconSearch = drawn(Search);
export const IconScanned = drawn(ShieldCheck);
export const IconNotScanned = drawn(ShieldOff);
export const IconSend = drawn(Send);
export const IconSheet = drawn(FileSpreadsheet);
export const IconSignOut = drawn(LogOut);
export const IconSubmit = drawn(Inbox);
export const IconUndo = drawn(Undo2);
export const IconUser = drawn(User);
export const IconUserPlus = drawn(UserPlus);
export const IconUsers = drawn(Users);
export const IconWarn = drawn(TriangleAlert);
export const IconWifiOff = drawn(WifiOff);
