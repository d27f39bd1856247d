import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

interface UploadedFile {
  id: number;
  documentId: string;
}

let app: SyncedPlayground;
/** A key of the content API that may do everything. */
let apiToken: string;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/uploads') });
  const tokens = app.strapi.service('admin::api-token');
  apiToken = (await tokens.create({ name: 'Writer', type: 'full-access', lifespan: null })).accessKey;
}, 120_000);

afterAll(async () => {
  try {
    for (const file of await app.strapi.db.query('plugin::upload.file').findMany()) {
      await app.strapi.plugin('upload').service('upload').remove(file);
    }
  } finally {
    await app.stop();
  }
});

type Request = ReturnType<typeof app.http.post>;

/** The file as visitors find it, `undefined` if they do not. */
async function found({ documentId }: UploadedFile) {
  return (await app.indexed('files', documentId))[`file-${documentId}`];
}

/** Sends a text with what is said of it. */
const withText = (request: Request, info: { name: string; [field: string]: unknown }) =>
  request.field('fileInfo', JSON.stringify(info)).attach('files', Buffer.from(`This is ${info.name}.`), info.name);

async function answerOf<T>(request: Request): Promise<T> {
  const response = await request;
  expect({ url: response.request.url, ok: response.ok, error: response.body.error }).toMatchObject({ ok: true });
  return response.body;
}

describe('a file of the media library', () => {
  const asAdmin = (request: Request) => request.auth(app.admin.token, { type: 'bearer' });

  const upload = async (name: string, info: object = {}): Promise<UploadedFile> => {
    const [file] = await answerOf<UploadedFile[]>(withText(asAdmin(app.http.post('/upload')), { name, ...info }));
    return file!;
  };

  it.concurrent('is found once it is uploaded, as its details were edited, until it is deleted', async () => {
    const file = await upload('plan.txt', { caption: 'A plan' });
    expect(await found(file)).toMatchObject({ name: 'plan.txt', caption: 'A plan' });

    const edit = asAdmin(app.http.post(`/upload?id=${file.id}`));
    await answerOf(edit.field('fileInfo', JSON.stringify({ name: 'plan.txt', caption: 'A better plan' })));
    expect(await found(file)).toMatchObject({ name: 'plan.txt', caption: 'A better plan' });

    await answerOf(asAdmin(app.http.delete(`/upload/files/${file.id}`)));
    expect(await found(file)).toBeUndefined();
  });

  it.concurrent('is found as it was replaced', async () => {
    const file = await upload('draft.txt');
    const before = await found(file);
    await answerOf(withText(asAdmin(app.http.post(`/upload?id=${file.id}`)), { name: 'A longer final version.txt' }));
    const after = await found(file);
    expect(after).toMatchObject({ name: 'A longer final version.txt' });
    expect(after!.size).not.toBe(before!.size);
  });

  it.concurrent('is found as it was edited together with others, and not once they are deleted together', async () => {
    const files = [await upload('one.txt'), await upload('two.txt')];
    const updates = files.map(({ id }) => ({ id, fileInfo: { alternativeText: 'Edited in bulk' } }));
    await answerOf(asAdmin(app.http.post('/upload/actions/bulk-update')).send({ updates }));
    expect(await Promise.all(files.map(found))).toMatchObject([
      { alternativeText: 'Edited in bulk' },
      { alternativeText: 'Edited in bulk' },
    ]);

    const fileIds = files.map(({ id }) => id);
    await answerOf(asAdmin(app.http.post('/upload/actions/bulk-delete')).send({ fileIds }));
    expect(await Promise.all(files.map(found))).toEqual([undefined, undefined]);
  });

  it.concurrent('is no longer found once its folder is deleted, and was while it was moved there', async () => {
    const { data: folder } = await answerOf<{ data: { id: number } }>(
      asAdmin(app.http.post('/upload/folders')).send({ name: 'Plans', parent: null }),
    );
    const file = await upload('site.txt');
    const move = { fileIds: [file.id], destinationFolderId: folder.id };
    await answerOf(asAdmin(app.http.post('/upload/actions/bulk-move')).send(move));
    expect(await found(file)).toMatchObject({ name: 'site.txt' });

    await answerOf(asAdmin(app.http.post('/upload/actions/bulk-delete')).send({ folderIds: [folder.id] }));
    expect(await found(file)).toBeUndefined();
  });
});

describe('a file of the content API', () => {
  const byApi = (request: Request) => request.auth(apiToken, { type: 'bearer' });

  it.concurrent('is found once it is uploaded, as it was edited, until it is deleted', async () => {
    const [file] = await answerOf<UploadedFile[]>(withText(byApi(app.http.post('/api/upload')), { name: 'cv.txt' }));
    expect(await found(file!)).toMatchObject({ name: 'cv.txt' });

    const info = JSON.stringify({ name: 'cv.txt', caption: 'Mine' });
    await answerOf(byApi(app.http.post(`/api/upload?id=${file!.id}`)).field('fileInfo', info));
    expect(await found(file!)).toMatchObject({ caption: 'Mine' });

    await answerOf(byApi(app.http.delete(`/api/upload/files/${file!.id}`)));
    expect(await found(file!)).toBeUndefined();
  });
});
