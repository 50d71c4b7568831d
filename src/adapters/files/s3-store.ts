import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { counted, heldUntilRead } from './counted';
import { checkKey, FileMissing, type FileStore } from './file-store';

export interface S3Place {
  bucket: string;
  region: string;
  /** Absent: Amazon's own. */
  endpoint?: string;
  /** https://host/bucket/key instead of https://bucket.host/key. */
  pathStyle: boolean;
  /** Absent: what the machine itself may do (its role, its profile). */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** A larger file goes up in parts of this size (the smallest that S3 takes), two at once: what a put holds in memory, whatever the file's size. */
const PART_BYTES = 5 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

/** Files in a bucket of S3, or of a server that speaks like it. The library is loaded by the first file. */
export function s3Store({ bucket, ...place }: S3Place): FileStore {
  let loaded: Promise<S3Client> | undefined;
  const client = () => {
    loaded ??= connect(place);
    return loaded;
  };
  const at = (key: string) => {
    checkKey(key);
    return { Bucket: bucket, Key: key };
  };
  return {
    async put(key, content, { mediaType, size }) {
      const where = at(key);
      heldUntilRead(content);
      const [s3, { Upload }] = await Promise.all([client(), import('@aws-sdk/lib-storage')]);
      const body = counted(size);
      // Told by the pipeline when the content breaks or ends early; the upload would wait for more of it for ever.
      const passed = pipeline(content, body).then(
        () => null,
        (error: Error) => error,
      );
      try {
        await new Upload({
          client: s3,
          params: { ...where, Body: body, ContentType: mediaType },
          partSize: PART_BYTES,
          queueSize: PARTS_AT_ONCE,
          leavePartsOnError: false,
        }).done();
      } catch (error) {
        body.destroy(error as Error);
        // What broke the content says more than what the server then made of the rest.
        throw (await passed) ?? error;
      }
    },
    async open(key) {
      const where = at(key);
      const [s3, { GetObjectCommand, NoSuchKey }] = await Promise.all([client(), import('@aws-sdk/client-s3')]);
      try {
        const { Body } = await s3.send(new GetObjectCommand(where));
        return Body as Readable;
      } catch (error) {
        if (error instanceof NoSuchKey) throw new FileMissing(key);
        throw error;
      }
    },
    async remove(key) {
      const where = at(key);
      const [s3, { DeleteObjectCommand }] = await Promise.all([client(), import('@aws-sdk/client-s3')]);
      await s3.send(new DeleteObjectCommand(where));
    },
    async *list(below) {
      const { Bucket, Key } = at(below);
      const [s3, { paginateListObjectsV2 }] = await Promise.all([client(), import('@aws-sdk/client-s3')]);
      for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: `${Key}/` })) {
        for (const { Key: key } of page.Contents ?? []) if (key !== undefined) yield key;
      }
    },
  };
}

async function connect({ region, endpoint, pathStyle, credentials }: Omit<S3Place, 'bucket'>): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    region,
    endpoint,
    credentials,
    forcePathStyle: pathStyle,
    // Checksums as trailers are more than some servers that speak S3 understand; the product keeps a SHA-256 of its own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
