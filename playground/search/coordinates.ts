interface HousingEntry {
  readonly city?: { readonly latitude: number; readonly longitude: number } | null;
}

/** Adds the place of the city as Meilisearch wants it, so that ads can be searched around a point. */
export function withCoordinates<Entry extends HousingEntry>({ entry }: { entry: Entry }) {
  if (!entry.city) return entry;
  return { ...entry, _geo: { lat: entry.city.latitude, lng: entry.city.longitude } };
}
