import type { Text } from './text.ts'

/** Problems of uploaded files and lists: a part of the one list in problem.ts. */
export const uploadProblems = {
  attachment_upload_too_slow: {
    status: 408,
    title: {
      zh: '上传过慢，已经停止，没有保存：请检查网络后重新上传',
      en: 'The upload was too slow and was stopped: upload it again',
    },
  },
  attachment_too_large: {
    status: 413,
    title: {
      zh: '附件超过 20 MiB：请压缩或者拆分后再上传',
      en: 'The file is over 20 MiB: make it smaller or split it',
    },
  },
  attachment_type_not_allowed: {
    status: 415,
    title: {
      zh: '附件只收 PDF、JPEG、PNG，以内容为准：请另存为其中一种再上传',
      en: 'Only PDF, JPEG and PNG are taken, by content: save it as one of them and upload that',
    },
  },
  attachment_not_one_file: {
    status: 422,
    title: { zh: '每次请上传一个文件，不多不少', en: 'Send exactly one file' },
  },
  attachment_empty: {
    status: 422,
    title: { zh: '文件是空的：请检查后重新选择', en: 'The file is empty: choose it again' },
  },
  attachment_type_mismatch: {
    status: 422,
    title: { zh: '文件标称的类型与内容不符', en: 'The file is not of the type that it is said to be' },
  },
  attachment_incomplete: {
    status: 422,
    title: {
      zh: '文件不完整，可能在传输或者保存时中断：请打开原件核对后重新上传',
      en: 'The file is cut off: open the original, see that it is whole, and upload it again',
    },
  },
  attachment_malformed: {
    status: 422,
    title: {
      zh: '文件已损坏，无法读取：请用制作它的软件重新保存后上传',
      en: 'The file is damaged and cannot be read: save it anew with the program that made it',
    },
  },
  attachment_encrypted: {
    status: 422,
    title: {
      zh: 'PDF 已加密或者限制了权限：请解除密码和限制后上传，以便日后查阅',
      en: 'The PDF is encrypted or restricted: remove its password and restrictions, so that it can be read in years',
    },
  },
  attachment_has_script: {
    status: 422,
    title: {
      zh: 'PDF 含有脚本、动态表单或者启动程序的动作：请“打印”为 PDF 后上传',
      en: 'The PDF contains a script, a dynamic form or an action that starts a program: print it to PDF and upload that',
    },
  },
  attachment_trailing_data: {
    status: 422,
    title: {
      zh: '文件末尾之后还有别的数据（被截断，或者附带了另一个文件）：请重新保存后上传',
      en: 'There is more data after the end of the file (it was cut off, or carries another file): save it anew',
    },
  },
  attachment_too_complex: {
    status: 422,
    title: {
      zh: '文件过于复杂，或者图片尺寸过大（边长超过 20,000 像素或者总数超过 2 亿像素）：请简化后上传',
      en: 'The file is too complex, or the picture too large (over 20,000 pixels a side or 200 million in all)',
    },
  },
  attachment_unknown: {
    status: 422,
    title: {
      zh: '没有找到这个附件：只能使用本机构七日内上传的文件，请重新上传',
      en: 'There is no such attachment: name files that your own account uploaded within seven days; upload it again',
    },
  },
  attachment_uploads_too_many: {
    status: 429,
    title: { zh: '上传的附件过多，请稍后再试', en: 'Too many files were uploaded; try again later' },
  },
  attachments_busy: {
    status: 503,
    title: {
      zh: '正在检查的附件过多，请稍后重新上传',
      en: 'Too many files are being examined; upload it again shortly',
    },
  },
  list_too_large: {
    status: 413,
    title: {
      zh: '清单超过 5 MiB：请拆分，或者删去与此无关的列',
      en: 'The list is over 5 MiB: split it, or remove columns that have nothing to do with this',
    },
  },
  list_not_one_file: {
    status: 422,
    title: { zh: '每次请提供一份清单，不多不少', en: 'Send exactly one list' },
  },
  lists_busy: {
    status: 503,
    title: {
      zh: '正在读取的工作簿过多，请稍后重新上传',
      en: 'Too many workbooks are being read; send it again shortly',
    },
  },
} as const satisfies Record<string, { status: number; title: Text }>
