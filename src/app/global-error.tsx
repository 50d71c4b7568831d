'use client';
import './globals.css';
import { FAILURE_WORDS } from '@/messages/failure-words';

/** The root layout itself failed, so there is no provider of sentences: both languages are shown. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="ja">
      <body>
        <main className="narrow" id="main">
          {FAILURE_WORDS.map((words) => (
            <section key={words.lang} lang={words.lang} className="mt24">
              <h1>{words.title}</h1>
              <p className="read mt8">{words.text}</p>
              <p className="mt16">
                <button type="button" className="btn p" onClick={reset}>
                  {words.retry}
                </button>
              </p>
            </section>
          ))}
          {error.digest ? <p className="sub mt24">{error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
