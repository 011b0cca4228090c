import { shortTitle } from './short-title.js';

test.each([
  ['Đăng ký khai sinh', 'Đăng ký khai sinh'],
  [
    'Đăng ký thay đổi thành viên hợp danh; đăng ký thay đổi thành viên công ty trách nhiệm hữu hạn hai thành viên trở lên',
    'Đăng ký thay đổi thành viên hợp danh…',
  ],
  [
    'Cấp đổi Giấy chứng nhận đăng ký kinh doanh hoặc Giấy chứng nhận đăng ký kinh doanh và đăng ký thuế sang Giấy chứng nhận',
    'Cấp đổi Giấy chứng nhận đăng ký kinh doanh hoặc Giấy chứng nhận đăng ký kinh doanh và đăng…',
  ],
])('%s', (title, short) => {
  expect(shortTitle(title)).toBe(short);
  expect(short.length).toBeLessThanOrEqual(91);
});
