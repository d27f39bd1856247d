/** No content type of this name, or none that is shown to the plugin. */
export class UnknownCollection extends Error {
  override readonly name = 'UnknownCollection';
}

/** A content type that exists and cannot be synced. */
export class NotSyncable extends Error {
  override readonly name = 'NotSyncable';
}

/** What is asked for cannot be understood. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
}

/** What is asked for does not fit the present state, as an update of a collection that is not synced. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** No run, document or failure of this id. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
