'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { sendWithProgress } from '@/trpc/client/send-with-progress';
import type { WorkspaceData } from '../workspace/workspace-data';
import { EvidenceUploads, type TypedDays, type Upload } from './evidence-uploads';

export type EvidenceFile = WorkspaceData['evidence'][number];

interface Kept {
  file: EvidenceFile;
  /** The assessment had the same bytes already. */
  known: boolean;
}

/**
 * The files of one assessment as this page has them, those on their way, and what can be done with them. Each change
 * rejects as its call does, for the one who asked to say. `onKnown` is told of bytes that were there already.
 */
export function useEvidence(
  { assessmentId, evidence }: Pick<WorkspaceData, 'assessmentId' | 'evidence'>,
  tell: {
    onKnown: (sent: string, file: EvidenceFile) => void;
    onDaysRefused: (file: EvidenceFile, error: unknown) => void;
  },
) {
  const client = useTRPCClient();
  const [files, setFiles] = useState(evidence);
  const [read, setRead] = useState(evidence);
  // The page was read anew.
  if (read !== evidence) {
    setRead(evidence);
    setFiles(evidence);
  }
  const put = (file: EvidenceFile) =>
    setFiles((before) =>
      before.some((each) => each.evidenceId === file.evidenceId)
        ? before.map((each) => (each.evidenceId === file.evidenceId ? file : each))
        : [...before, file],
    );
  const { evidence: api } = client.respondent;
  const setDays = async ({ evidenceId, version }: EvidenceFile, days: TypedDays) => {
    const validity = { validFrom: days.validFrom || null, validTo: days.validTo || null };
    put((await api.setValidity.mutate({ assessmentId, evidenceId, version, ...validity })).file);
  };
  const kept = ({ file, known }: Kept, upload: Upload, typed: TypedDays | null) => {
    put(file);
    if (known) tell.onKnown(upload.file.name, file);
    if (typed) setDays(file, typed).catch((error: unknown) => tell.onDaysRefused(file, error));
  };
  const latest = useRef(kept);
  latest.current = kept;
  const [uploads] = useState(
    () =>
      new EvidenceUploads<Kept>({
        send: (upload, hear) => send(assessmentId, upload, hear),
        kept: (...answer) => latest.current(...answer),
      }),
  );
  const snapshot = useSyncExternalStore(uploads.subscribe, uploads.snapshot, uploads.snapshot);
  useEffect(() => {
    const again = () => uploads.retry();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [uploads]);
  useEffect(() => {
    if (!snapshot.underWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [snapshot.underWay]);
  return {
    files,
    uploads,
    snapshot,
    setDays,
    name: async (evidenceId: string, itemIds: string[]) =>
      put((await api.use.mutate({ assessmentId, evidenceId, itemIds })).file),
    end: async (evidenceId: string, itemIds: string[]) =>
      put((await api.endUse.mutate({ assessmentId, evidenceId, itemIds })).file),
    remove: async (evidenceId: string) => {
      await api.remove.mutate({ assessmentId, evidenceId });
      setFiles((before) => before.filter((each) => each.evidenceId !== evidenceId));
    },
  };
}

export type Evidence = ReturnType<typeof useEvidence>;

async function send(
  assessmentId: string,
  { itemId, file, validFrom, validTo }: Upload,
  hear: Parameters<typeof sendWithProgress>[2],
) {
  const form = new FormData();
  // The fields first: the server reads them before the file is through.
  for (const [name, value] of Object.entries({ itemId, validFrom, validTo })) form.set(name, value);
  form.set('file', file);
  const sent = await sendWithProgress(`/api/assessments/${assessmentId}/evidence`, form, hear);
  if ('refusal' in sent) return sent;
  const kept = sent.answer as Kept;
  return { kept: { ...kept, file: { ...kept.file, addedAt: new Date(kept.file.addedAt) } } };
}
