/**
 * Categories that can be given to a video in most regions (`videoCategories.list`, `snippet.assignable`, decides), by
 * their ids in the YouTube Data API.
 */
export const categories = {
  '1': 'Film & Animation',
  '2': 'Autos & Vehicles',
  '10': 'Music',
  '15': 'Pets & Animals',
  '17': 'Sports',
  '19': 'Travel & Events',
  '20': 'Gaming',
  '22': 'People & Blogs',
  '23': 'Comedy',
  '25': 'News & Politics',
  '26': 'Howto & Style',
  '27': 'Education',
  '28': 'Science & Technology',
} as const;

export type CategoryId = keyof typeof categories;
