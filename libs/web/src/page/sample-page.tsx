import type { Language } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  CodeText,
  Columns,
  CountLinks,
  DateInput,
  Details,
  DueBox,
  EmptyState,
  ErrorSummary,
  Facts,
  FileUpload,
  FilterForm,
  Input,
  InsetText,
  KnownNote,
  LifeGrid,
  LinkButton,
  LinkList,
  PageHeading,
  Pagination,
  QueueTable,
  QuickLinks,
  Radios,
  ScrollArea,
  SearchBox,
  Select,
  StatusTag,
  Steps,
  SummaryList,
  Table,
  TaskList,
  Textarea,
  Timeline,
  UploadedFiles,
  WarningText,
} from '../components/index.js';
import { DrumFace } from './drum-face.js';
import { Page } from './page.js';

/** Every component at least once, for tests of the whole. */
export function SamplePage({ language }: { language: Language }) {
  return (
    <Page
      language={language}
      title="Hồ sơ 000.00.12.H26-261120-0042"
      layout="wide"
      errors
      navigation={[
        { text: 'Dịch vụ', href: '/services' },
        { text: 'Hồ sơ của tôi', href: '/applications', current: true },
      ]}
      signedIn={{
        name: 'Nguyễn Hoàng Thái Dương Bảo Ngọc Châu',
        role: 'Cán bộ tiếp nhận',
        signOutHref: '/sign-out',
      }}
      languageLinks={{ vi: '?language=vi', en: '?language=en', fr: '?language=fr' }}
      back={{ href: '/applications' }}
      flash={{ kind: 'success', text: 'Đã gửi bổ sung.' }}
      footerLinks={[{ text: 'Trợ giúp', href: '/help' }]}
      hero={
        <>
          <div class="shell-hero__ground">
            <DrumFace />
          </div>
          <div class="shell-width">
            <SearchBox
              action="/search"
              label="Tìm dịch vụ"
              hint="Gõ không dấu cũng được"
              keep={{ field: 'x' }}
              large
            />
            <QuickLinks label="Hay tìm" links={[{ text: 'Khai sinh', href: '/services/1.001193' }]} />
          </div>
        </>
      }
    >
      <ErrorSummary errors={[{ text: 'Tháng sinh phải từ 1 đến 12', href: '#birthDate-month' }]} />
      <PageHeading caption={<CodeText>000.00.12.H26-261120-0042</CodeText>} lead="Ghi việc sinh của trẻ.">
        Đăng ký khai sinh
      </PageHeading>
      <Questions />
      <Columns aside={<History />}>
        <Lists />
      </Columns>
    </Page>
  );
}

function Questions() {
  return (
    <form method="post" action="/answers" novalidate>
      <KnownNote title="Đã có trong giấy chứng sinh điện tử" source="Bệnh viện Phụ sản Hà Nội">
        Nếu sai, sửa bên dưới.
      </KnownNote>
      <DateInput
        id="birthDate"
        legend="Ngày sinh"
        hint="Ví dụ: 27 3 2026"
        error="Tháng sinh phải từ 1 đến 12"
        wrongParts={['month']}
        values={{ day: '18', month: '13', year: '2026' }}
      />
      <Radios
        name="sex"
        legend="Giới tính"
        value="female"
        options={[
          { value: 'female', text: 'Nữ' },
          { divider: 'hoặc' },
          { value: 'other', text: 'Khác', reveals: <Input name="which" label="Ghi rõ" /> },
        ]}
      />
      <Checkboxes
        name="also"
        legend="Cùng lúc, bạn muốn"
        values={['residence']}
        options={[
          { value: 'residence', text: 'Đăng ký thường trú', hint: 'Tại nơi ở của mẹ' },
          { value: 'none', text: 'Không mục nào', exclusive: true },
        ]}
      />
      <Input name="fee" label="Lệ phí" suffix="₫" inputmode="numeric" width={10} error="Nhập số tiền" />
      <Select
        name="commune"
        label="Xã, phường"
        options={[{ value: '', text: 'Chọn' }, { text: 'Phường Cửa Nam' }]}
      />
      <Textarea name="note" label="Ghi chú" />
      <FileUpload name="paper" label="Giấy chứng sinh" accept="image/jpeg" />
      <ButtonGroup>
        <Button preventDoubleClick>Lưu và tiếp tục</Button>
        <LinkButton name="later" value="yes">
          Để sau
        </LinkButton>
      </ButtonGroup>
    </form>
  );
}

function History() {
  return (
    <>
      <h2>Diễn biến</h2>
      <Timeline
        events={[
          { state: 'next', title: 'Cán bộ kiểm tra' },
          {
            state: 'now',
            title: 'Chờ bạn bổ sung',
            tag: <StatusTag status={5}>Yêu cầu bổ sung</StatusTag>,
            time: 'Thứ Sáu 20/11/2026, 15:10',
            dateTime: '2026-11-20T15:10:00+07:00',
            actor: 'UBND phường Cửa Nam',
            text: 'Ảnh bị mờ.',
          },
        ]}
      />
    </>
  );
}

function Lists() {
  return (
    <>
      <Facts facts={[{ term: 'Thời hạn', value: '1 ngày làm việc', note: 'nộp sau 15 giờ: ngày kế tiếp' }]} />
      <DueBox
        term="Hạn trả kết quả"
        title="17:00 thứ Hai 23/11/2026"
        state="late"
        explained={{ summary: 'Tính thế nào?', lines: ['Ngày đầu không tính.'] }}
      >
        Còn một ngày.
      </DueBox>
      <SummaryList
        card={{ title: 'Trẻ' }}
        rows={[
          { key: 'Họ tên', value: 'Phạm An', actions: [{ href: '/child', text: 'Sửa', hidden: 'họ tên' }] },
          { key: 'Nơi sinh', value: 'Hà Nội' },
        ]}
      />
      <ScrollArea label="Lệ phí">
        <Table
          caption="Lệ phí"
          head={['Việc', { content: 'Tiền', numeric: true }]}
          rows={[['Bản sao', { content: '8.000 ₫', numeric: true }]]}
        />
      </ScrollArea>
      <Steps steps={['Bạn khai và ký.', 'Cán bộ kiểm tra.']} />
      <TaskList
        tasks={[
          { title: 'Mẹ', href: '/mother', hint: 'Bắt buộc', status: { text: 'Chưa làm', tag: 'yellow' } },
        ]}
      />
      <LifeGrid events={[{ title: 'Nơi ở', href: '/life/home', text: 'Thường trú, tạm trú' }]} />
      <LinkList
        links={[
          { title: 'Đăng ký khai tử', href: '/services/1.000656', meta: 'UBND cấp xã', text: 'Ghi sổ.' },
        ]}
      />
      <UploadedFiles
        files={[
          { name: 'giay.pdf', size: '1,2 MB', href: '/files/1', digest: '9f86d081884c7d65', note: 'Đã quét' },
        ]}
      />
      <CountLinks
        label="Số việc"
        links={[{ count: 1, text: 'quá hạn', href: '/late', urgent: true, current: true }]}
      />
      <FilterForm action="/queue" label="Lọc hồ sơ" clearHref="/queue">
        <Input name="text" label="Mã, tên" />
      </FilterForm>
      <QueueTable
        caption="Hồ sơ theo hạn"
        tickName="application"
        columns={[
          { id: 'code', title: 'Mã hồ sơ', heads: true },
          { id: 'due', title: 'Hạn', whole: true },
        ]}
        rows={[
          {
            id: '42',
            late: true,
            tickLabel: 'Chọn 0042',
            cells: { code: <a href="/42">0042</a>, due: 'hôm nay' },
          },
        ]}
      />
      <Pagination
        next={{ href: '/2' }}
        pages={[{ number: 1, href: '/1', current: true }, 'gap', { number: 9, href: '/9' }]}
      />
      <Details summary="Ai được nộp thay?">Ông, bà.</Details>
      <InsetText>Toàn văn ở cơ sở dữ liệu quốc gia.</InsetText>
      <WarningText>Khai sai có thể bị xử phạt.</WarningText>
      <EmptyState title="Không có gì" action={<a href="/services">Tìm dịch vụ</a>}>
        Chưa có hồ sơ.
      </EmptyState>
    </>
  );
}
