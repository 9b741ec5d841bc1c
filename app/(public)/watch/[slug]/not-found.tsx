import { Returning } from "@/components/watch/returning";

export default function NotFound() {
  return <Returning />;
}
