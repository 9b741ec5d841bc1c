export interface Lock {
  release(): Promise<void>;
}
export function takeLock(name: string): Promise<Lock | null>;
export function isLocked(name: string): Promise<boolean>;
export function whenFree<T>(name: string, work: () => Promise<T>): Promise<T>;
