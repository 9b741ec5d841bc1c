"use client";

import { Tabs } from "@/components/ui/tabs";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@/core/api-reference/snippets";
import { CodeBlock } from "./code-block";
import { useLanguage } from "./use-language";

interface CodeTabsProps {
  /** What the code does. */
  label: string;
  code: Record<Language, string>;
}

/** The same in three languages. All of them are in the page's source; the chosen one is shown. */
export function CodeTabs({ label, code }: CodeTabsProps) {
  const [chosen, choose] = useLanguage();
  return (
    <div className="min-w-0">
      <Tabs
        label={`Language: ${label}`}
        value={chosen}
        onChange={choose}
        tabs={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        className="mb-3"
      />
      {LANGUAGES.map((language) => (
        <div key={language} hidden={language !== chosen}>
          <CodeBlock code={code[language]} label={`${label}, ${LANGUAGE_NAMES[language]}`} language={language} />
        </div>
      ))}
    </div>
  );
}
