import { answerProcedureCalls } from '@/trpc/handler';

export const GET = answerProcedureCalls;
export const POST = answerProcedureCalls;
