<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>edgewright::AccountController</name>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询站点：%1…</translation>
    </message>
    <message>
        <source>Starting the sandbox…</source>
        <translation>正在启动沙箱…</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>用示例数据体验</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>The sandbox service stopped. Choose it again under Accounts to start it anew; your drafts are safe.</source>
        <translation>沙箱服务已停止。请在“账号”中重新选择它来再次启动；草稿不受影响。</translation>
    </message>
    <message>
        <source>AccessKey ID: %1
Host: %2</source>
        <translation>AccessKey ID：%1
主机：%2</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无网络连接</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>edgewright::ActionRegistry</name>
    <message>
        <source>&amp;New Routine…</source>
        <translation>新建函数(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open File into Draft…</source>
        <translation>将文件读入草稿(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save Draft</source>
        <translation>保存草稿(&amp;S)</translation>
    </message>
    <message>
        <source>Save as &amp;Version…</source>
        <translation>保存为版本(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>替换(&amp;E)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Go to &amp;Line…</source>
        <translation>转到行(&amp;L)…</translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation>切换注释(&amp;M)</translation>
    </message>
    <message>
        <source>Move Line &amp;Up</source>
        <translation>上移行(&amp;U)</translation>
    </message>
    <message>
        <source>Move Line &amp;Down</source>
        <translation>下移行(&amp;D)</translation>
    </message>
    <message>
        <source>Add Ne&amp;xt Occurrence to Selection</source>
        <translation>选中下一处相同内容(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Go to Routine or Version…</source>
        <translation>转到函数或版本(&amp;G)…</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>下一个窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>&amp;Routines Panel</source>
        <translation>函数面板(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Versions Panel</source>
        <translation>版本面板(&amp;V)</translation>
    </message>
    <message>
        <source>R&amp;eset Layout</source>
        <translation>重置布局(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Wrap Lines</source>
        <translation>自动换行(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation>实际大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete Routine from Service…</source>
        <translation>从服务端删除函数(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Open Selected Version</source>
        <translation>打开所选版本(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Use Its Code as Draft</source>
        <translation>用其代码作为草稿(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Copy Version ID</source>
        <translation>复制版本 ID(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete Version from Service…</source>
        <translation>从服务端删除版本(&amp;D)…</translation>
    </message>
    <message>
        <source>To &amp;Staging…</source>
        <translation>发布到测试环境(&amp;S)…</translation>
    </message>
    <message>
        <source>To &amp;Production…</source>
        <translation>发布到生产环境(&amp;P)…</translation>
    </message>
    <message>
        <source>Production with &amp;Draft</source>
        <translation>草稿与生产环境(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Staging with Draft</source>
        <translation>草稿与测试环境(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Base with Draft</source>
        <translation>草稿与基准版本(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Production with Staging</source>
        <translation>测试环境与生产环境(&amp;P)</translation>
    </message>
    <message>
        <source>Selected &amp;Versions</source>
        <translation>所选版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next Change</source>
        <translation>下一处改动(&amp;N)</translation>
    </message>
    <message>
        <source>Pr&amp;evious Change</source>
        <translation>上一处改动(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>账号(&amp;A)…</translation>
    </message>
    <message>
        <source>Open &amp;Data Folder</source>
        <translation>打开数据文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Edgewright</source>
        <translation>关于 Edgewright(&amp;A)</translation>
    </message>
    <message>
        <source>Show &amp;Whitespace</source>
        <translation>显示空白字符(&amp;W)</translation>
    </message>
    <message>
        <source>Follow &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Local History</source>
        <translation>本地历史(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Discard Draft</source>
        <translation>丢弃草稿(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Code on Screen…</source>
        <translation>屏幕上的代码(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Version…</source>
        <translation>版本(&amp;V)…</translation>
    </message>
    <message>
        <source>History as &amp;Folder…</source>
        <translation>历史导出为文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>History as &amp;Zip…</source>
        <translation>历史导出为 Zip(&amp;Z)…</translation>
    </message>
    <message>
        <source>History as &amp;Git Repository…</source>
        <translation>历史导出为 Git 仓库(&amp;G)…</translation>
    </message>
    <message>
        <source>From &amp;Folder…</source>
        <translation>从文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>From &amp;Zip…</source>
        <translation>从 Zip(&amp;Z)…</translation>
    </message>
    <message>
        <source>Find in &amp;All Versions…</source>
        <translation>在所有版本中查找(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Bottom Panel</source>
        <translation>底部面板(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Ledger</source>
        <translation>操作台账(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Label and Note…</source>
        <translation>标签和备注(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Star or Unstar</source>
        <translation>加上或取消星标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Who Wrote This Line</source>
        <translation>各行由谁引入(&amp;W)</translation>
    </message>
    <message>
        <source>Version &amp;Before This Line</source>
        <translation>引入此行之前的版本(&amp;B)</translation>
    </message>
    <message>
        <source>O&amp;lder Version</source>
        <translation>较旧的版本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Newer Version</source>
        <translation>较新的版本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>Draft with &amp;File…</source>
        <translation>草稿与文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Draft with C&amp;lipboard</source>
        <translation>草稿与剪贴板(&amp;L)</translation>
    </message>
    <message>
        <source>With Another &amp;Routine…</source>
        <translation>与其他函数(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Go to This Line in the Draft</source>
        <translation>转到草稿中的此行(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;opy Both Sides</source>
        <translation>复制两侧(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Patch…</source>
        <translation>补丁(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Web Page…</source>
        <translation>网页(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Markdown…</source>
        <translation>Markdown(&amp;M)…</translation>
    </message>
    <message>
        <source>A&amp;rchive…</source>
        <translation>存档(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Lock Routine</source>
        <translation>锁定函数(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy to Account…</source>
        <translation>复制到其他账号(&amp;C)…</translation>
    </message>
    <message>
        <source>Mer&amp;ge Newer Version into Draft…</source>
        <translation>将新版本合并到草稿(&amp;G)…</translation>
    </message>
    <message>
        <source>Make &amp;Room…</source>
        <translation>腾出空位(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Adjust Split…</source>
        <translation>调整分流(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Roll Back…</source>
        <translation>回滚(&amp;R)…</translation>
    </message>
    <message>
        <source>To &amp;Regions…</source>
        <translation>发布到灰度地域(&amp;R)…</translation>
    </message>
    <message>
        <source>Put &amp;Draft on Staging…</source>
        <translation>将草稿放到测试环境(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Open Staging…</source>
        <translation>访问测试环境(&amp;O)…</translation>
    </message>
    <message>
        <source>Read-Only A&amp;ccount</source>
        <translation>账号只读(&amp;C)</translation>
    </message>
</context>
<context>
    <name>edgewright::AnswerView</name>
    <message>
        <source>%1 answered %2 in %3 ms.</source>
        <extracomment>&quot;Staging answered 200 OK in 41 ms.&quot;</extracomment>
        <translation>%1 返回 %2，用时 %3 毫秒。</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>%1, certificate by %2, valid until %3</source>
        <translation>%1，证书由 %2 签发，有效期至 %3</translation>
    </message>
    <message>
        <source>only the beginning of the body is shown</source>
        <translation>只显示响应体的开头部分</translation>
    </message>
    <message>
        <source>the body could not be unpacked and is shown as it came</source>
        <translation>响应体无法解压，按原样显示</translation>
    </message>
    <message>
        <source>Headers and body of the answer</source>
        <translation>响应头和响应体</translation>
    </message>
</context>
<context>
    <name>edgewright::ApiError</name>
    <message>
        <source>The service is turning calls away because there were too many.</source>
        <translation>请求过于频繁，已被服务端限流。</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>The service is not available at the moment.</source>
        <translation>服务暂不可用。</translation>
    </message>
    <message>
        <source>The server wants to send the request elsewhere, which is never followed.</source>
        <translation>服务器要求重定向请求；为安全起见，不予跟随。</translation>
    </message>
    <message>
        <source>Check the endpoint and whether this network asks you to log in first.</source>
        <translation>请检查接入点，并确认当前网络是否需要先登录认证。</translation>
    </message>
    <message>
        <source>The server answered, but not as the service does.</source>
        <translation>收到了响应，但不像是来自该服务。</translation>
    </message>
    <message>
        <source>The service refused the request: %1</source>
        <translation>服务端拒绝了请求：%1</translation>
    </message>
    <message>
        <source>The object store did not take the code.</source>
        <translation>对象存储（OSS）未接收代码。</translation>
    </message>
    <message>
        <source>The answer was lost: the change may or may not have happened.</source>
        <translation>未收到响应，无法确定改动是否已生效。</translation>
    </message>
    <message>
        <source>Look at what is on the service now before repeating it.</source>
        <translation>请先确认服务端的当前状态，再决定是否重试。</translation>
    </message>
    <message>
        <source>Get a new temporary token and connect again.</source>
        <translation>请重新获取 STS 安全令牌，然后再次连接。</translation>
    </message>
    <message>
        <source>Ask the account&apos;s administrator for the permission; the policy AliyunESAFullAccess includes it.</source>
        <translation>请联系账号管理员授权；权限策略 AliyunESAFullAccess 包含所需权限。</translation>
    </message>
    <message>
        <source>The access key is disabled.</source>
        <translation>该 AccessKey 已被禁用。</translation>
    </message>
    <message>
        <source>Enable it in the console, or use another key.</source>
        <translation>请在控制台启用，或改用其他 AccessKey。</translation>
    </message>
    <message>
        <source>The access key secret is wrong.</source>
        <translation>AccessKey Secret 不正确。</translation>
    </message>
    <message>
        <source>The service did not accept the signature.</source>
        <translation>服务端未通过签名校验。</translation>
    </message>
    <message>
        <source>The request arrived twice: something on the way to the service repeated it.</source>
        <translation>服务端收到了重复的请求：可能在传输途中被重放。</translation>
    </message>
    <message>
        <source>Check proxies and other software between this computer and the service.</source>
        <translation>请检查本机与服务端之间的代理等软件。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is more than 15 minutes off.</source>
        <translation>本机时钟偏差超过 15 分钟。</translation>
    </message>
    <message>
        <source>Set the clock and the time zone, then try again.</source>
        <translation>请校准时间和时区，然后重试。</translation>
    </message>
    <message>
        <source>The temporary security token is damaged.</source>
        <translation>STS 安全令牌已损坏。</translation>
    </message>
    <message>
        <source>The temporary security token has expired.</source>
        <translation>STS 安全令牌已过期。</translation>
    </message>
    <message>
        <source>This access key may not do that.</source>
        <translation>该 AccessKey 没有执行此操作的权限。</translation>
    </message>
    <message>
        <source>Delete one that is no longer needed, or upgrade the plan.</source>
        <translation>请删除不再需要的函数，或升级套餐。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The routine does not exist.</source>
        <translation>该函数不存在。</translation>
    </message>
    <message>
        <source>Refresh the list of routines.</source>
        <translation>请刷新函数列表。</translation>
    </message>
    <message>
        <source>The version or environment does not exist.</source>
        <translation>该版本或环境不存在。</translation>
    </message>
    <message>
        <source>Refresh and try again.</source>
        <translation>请刷新后重试。</translation>
    </message>
    <message>
        <source>The routine already holds as many versions as the plan allows.</source>
        <translation>该函数的版本数已达套餐上限。</translation>
    </message>
    <message>
        <source>Delete a version that is not live, or upgrade the plan.</source>
        <translation>请删除未在线上运行的版本，或升级套餐。</translation>
    </message>
    <message>
        <source>The account already holds as many routines as the plan allows.</source>
        <translation>该账号的函数数量已达套餐上限。</translation>
    </message>
    <message>
        <source>A limit of the plan is reached.</source>
        <translation>已达到套餐配额上限。</translation>
    </message>
    <message>
        <source>The account has overdue payments; the service is halted.</source>
        <translation>账号已欠费，服务已停用。</translation>
    </message>
    <message>
        <source>Settle the bill in the console.</source>
        <translation>请在控制台结清欠款。</translation>
    </message>
    <message>
        <source>Edge routines are not activated for this account.</source>
        <translation>该账号未开通边缘函数。</translation>
    </message>
    <message>
        <source>Activate them in the console.</source>
        <translation>请在控制台开通。</translation>
    </message>
    <message>
        <source>The version is live in an environment.</source>
        <translation>该版本正在线上运行。</translation>
    </message>
    <message>
        <source>Publish another version there first.</source>
        <translation>请先在该环境发布其他版本。</translation>
    </message>
    <message>
        <source>The service could not match the site&apos;s parameters.</source>
        <translation>站点参数不匹配。</translation>
    </message>
    <message>
        <source>Check the routine&apos;s routes in the console.</source>
        <translation>请在控制台检查该函数的路由配置。</translation>
    </message>
    <message>
        <source>Edge routines are already activated.</source>
        <translation>边缘函数已开通。</translation>
    </message>
    <message>
        <source>The service failed to carry out the request.</source>
        <translation>服务未能完成请求。</translation>
    </message>
    <message>
        <source>See Details for the service&apos;s own words.</source>
        <translation>服务端的原始信息请见“详情”。</translation>
    </message>
    <message>
        <source>The service is busy with another change.</source>
        <translation>服务端正在处理另一项变更。</translation>
    </message>
    <message>
        <source>The service reports an internal error.</source>
        <translation>服务端报告内部错误。</translation>
    </message>
    <message>
        <source>The endpoint does not know this operation.</source>
        <translation>接入点不支持此接口。</translation>
    </message>
    <message>
        <source>Check the account&apos;s endpoint.</source>
        <translation>请检查该账号的接入点。</translation>
    </message>
    <message>
        <source>The endpoint does not accept this kind of request.</source>
        <translation>接入点不接受此类请求。</translation>
    </message>
    <message>
        <source>The service misses a parameter.</source>
        <translation>请求缺少参数。</translation>
    </message>
    <message>
        <source>The service refused a value.</source>
        <translation>请求参数的值无效。</translation>
    </message>
    <message>
        <source>Check name and description for characters or lengths that are not allowed.</source>
        <translation>请检查名称和描述是否含有不允许的字符，或长度超限。</translation>
    </message>
    <message>
        <source>Save the version again; a new upload permission is requested then.</source>
        <translation>请重新保存版本，届时会申请新的上传凭证。</translation>
    </message>
    <message>
        <source>The file was stored, but the service was not told about it.</source>
        <translation>文件已存储，但未能通知服务端。</translation>
    </message>
    <message>
        <source>The object store did not accept the upload permission; it may have expired.</source>
        <translation>对象存储（OSS）不接受上传凭证，凭证可能已过期。</translation>
    </message>
    <message>
        <source>The object store did not accept the upload permission&apos;s signature.</source>
        <translation>对象存储（OSS）未通过上传凭证的签名校验。</translation>
    </message>
    <message>
        <source>The object store does not know the key of the upload permission.</source>
        <translation>对象存储（OSS）无法识别上传凭证中的 AccessKey。</translation>
    </message>
    <message>
        <source>The upload permission&apos;s security token is not valid any more.</source>
        <translation>上传凭证中的 STS 安全令牌已失效。</translation>
    </message>
    <message>
        <source>The object store could not read the upload permission.</source>
        <translation>对象存储（OSS）无法解析上传凭证。</translation>
    </message>
    <message>
        <source>The code is larger than the upload permission allows.</source>
        <translation>代码大小超出上传凭证的上限。</translation>
    </message>
    <message>
        <source>Make the code smaller, then save again.</source>
        <translation>请精简代码后重新保存。</translation>
    </message>
    <message>
        <source>The code is smaller than the upload permission allows.</source>
        <translation>代码大小低于上传凭证的下限。</translation>
    </message>
    <message>
        <source>The object store could not read the upload.</source>
        <translation>对象存储（OSS）无法解析上传的内容。</translation>
    </message>
    <message>
        <source>The place the code should be stored in does not exist.</source>
        <translation>用于存放代码的存储空间不存在。</translation>
    </message>
    <message>
        <source>The upload was too slow for the object store.</source>
        <translation>上传过慢，对象存储（OSS）已超时。</translation>
    </message>
    <message>
        <source>The object store reports an internal error.</source>
        <translation>对象存储（OSS）报告内部错误。</translation>
    </message>
    <message>
        <source>The object store is not available at the moment.</source>
        <translation>对象存储（OSS）暂不可用。</translation>
    </message>
    <message>
        <source>That name is already taken.</source>
        <translation>该名称已被占用。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Check the AccessKey ID and secret of this account.</source>
        <translation>请检查该账号的 AccessKey ID 和 AccessKey Secret。</translation>
    </message>
    <message>
        <source>The service does not know this AccessKey ID.</source>
        <translation>服务不认识这个 AccessKey ID。</translation>
    </message>
</context>
<context>
    <name>edgewright::Application</name>
    <message>
        <source>Edgewright is running already with the same data, but does not answer.</source>
        <translation>Edgewright 已在使用同一份数据运行，但没有响应。</translation>
    </message>
    <message>
        <source>Two at a time would overwrite each other&apos;s drafts. End the other one, then try again; or choose another folder with --data.</source>
        <translation>两个同时运行会互相覆盖草稿。请先结束另一个再试，或用 --data 指定另一个文件夹。</translation>
    </message>
</context>
<context>
    <name>edgewright::Archive</name>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>The archive file is damaged.</source>
        <translation>存档文件已损坏。</translation>
    </message>
    <message>
        <source>The archive does not hold this code.</source>
        <translation>存档中没有这份代码。</translation>
    </message>
    <message>
        <source>The service sent other code for a version that the archive holds.</source>
        <translation>对于存档中已有的版本，服务返回了不同的代码。</translation>
    </message>
    <message>
        <source>Both are kept; the one that came first is shown.</source>
        <translation>两份都已保留；显示的是先收到的那份。</translation>
    </message>
</context>
<context>
    <name>edgewright::ArchiveCare</name>
    <message>
        <source>The file “%1” could not be written: %2.</source>
        <extracomment>%1 is a file name, %2 the operating system&apos;s reason</extracomment>
        <translation>无法写入文件“%1”：%2。</translation>
    </message>
    <message>
        <source>There is no archive on the disk.</source>
        <translation>磁盘上没有存档。</translation>
    </message>
    <message>
        <source>This is the archive itself.</source>
        <translation>这就是存档文件本身。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>The code is damaged and cannot be read.</source>
        <translation>代码已损坏，无法读取。</translation>
    </message>
</context>
<context>
    <name>edgewright::ArchiveDialog</name>
    <message>
        <source>There is a backup to restore from: “%1”.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>有可用于恢复的备份：“%1”。</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1 for %2 of code</source>
        <extracomment>%1 is a size on the disk, %2 the size of all code if each version were a file</extracomment>
        <translation>占用 %1，存有 %2 代码</translation>
    </message>
    <message>
        <source>%1 of %2 with their code</source>
        <extracomment>%1 and %2 are numbers</extracomment>
        <translation>%1 / %2 个存有代码</translation>
    </message>
    <message>
        <source>Checking every version…</source>
        <translation>正在检查每个版本…</translation>
    </message>
    <message numerus="yes">
        <source>All %n contents are as they were written.</source>
        <translation>
            <numerusform>全部 %n 份内容都与写入时一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) were found. Restore a backup, or read the versions from the service again where it still has them.</source>
        <translation>
            <numerusform>发现 %n 处问题。请恢复备份，或在服务仍有这些版本时重新读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back Up the Archive</source>
        <translation>备份存档</translation>
    </message>
    <message>
        <source>Writing the backup…</source>
        <translation>正在写入备份…</translation>
    </message>
    <message>
        <source>The archive was backed up to “%1”.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>存档已备份到“%1”。</translation>
    </message>
    <message>
        <source>Restore the Archive</source>
        <translation>恢复存档</translation>
    </message>
    <message>
        <source>Restore the archive?</source>
        <translation>要恢复存档吗？</translation>
    </message>
    <message>
        <source>What “%1” holds comes in the place of the present archive, which is kept beside it under another name.</source>
        <translation>“%1”的内容将取代当前存档；当前存档会以另一个名称保留在旁边。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Checking and restoring the backup…</source>
        <translation>正在检查并恢复备份…</translation>
    </message>
    <message>
        <source>The backup was restored; the archive before it is kept as “%1”.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>备份已恢复；之前的存档保留为“%1”。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>存档</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大小：</translation>
    </message>
    <message>
        <source>Routines:</source>
        <translation>函数：</translation>
    </message>
    <message>
        <source>Versions:</source>
        <translation>版本：</translation>
    </message>
    <message>
        <source>Only here:</source>
        <translation>仅存本地：</translation>
    </message>
    <message>
        <source>Last backup:</source>
        <translation>上次备份：</translation>
    </message>
    <message>
        <source>Progress of the archive</source>
        <translation>存档进度</translation>
    </message>
    <message>
        <source>Problems found in the archive</source>
        <translation>存档中发现的问题</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Check the archive</source>
        <translation>检查存档</translation>
    </message>
    <message>
        <source>&amp;Back Up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Back up the archive</source>
        <translation>备份存档</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>Restore the archive from a backup</source>
        <translation>从备份恢复存档</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Try to open the archive again</source>
        <translation>再次尝试打开存档</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the archive</source>
        <translation>关闭存档窗口</translation>
    </message>
</context>
<context>
    <name>edgewright::ArchiveFile</name>
    <message>
        <source>This file is not an Edgewright archive.</source>
        <translation>此文件不是 Edgewright 存档。</translation>
    </message>
    <message>
        <source>The archive was written by a newer Edgewright.</source>
        <translation>此存档由更新版本的 Edgewright 写入。</translation>
    </message>
    <message>
        <source>It can be read here, but nothing new is kept in it.</source>
        <translation>在这里可以读取，但不会写入新内容。</translation>
    </message>
    <message>
        <source>What is read now is kept until Edgewright ends.</source>
        <translation>现在读到的内容只保留到 Edgewright 退出为止。</translation>
    </message>
    <message>
        <source>It is kept as “%1”, and a new archive was started.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>它已保留为“%1”，并新建了一个存档。</translation>
    </message>
    <message>
        <source>The archive is write-protected.</source>
        <translation>存档处于写保护状态。</translation>
    </message>
    <message>
        <source>It can be read, but nothing new is kept in it.</source>
        <translation>可以读取，但不会写入新内容。</translation>
    </message>
    <message>
        <source>The archive could not be opened.</source>
        <translation>无法打开存档。</translation>
    </message>
    <message>
        <source>The archive was an empty file.</source>
        <translation>存档是一个空文件。</translation>
    </message>
    <message>
        <source>This file is damaged.</source>
        <translation>此文件已损坏。</translation>
    </message>
</context>
<context>
    <name>edgewright::ArchiveIndicator</name>
    <message>
        <source>Archiving is paused: %1 of %2</source>
        <translation>存档已暂停：%1 / %2</translation>
    </message>
    <message>
        <source>Archiving %1 of %2…</source>
        <translation>正在存档 %1 / %2…</translation>
    </message>
    <message>
        <source>Every version&apos;s code is kept on this computer, so that it can be read when the service no longer has it.</source>
        <translation>每个版本的代码都会保存在这台电脑上，服务不再保留时仍可读取。</translation>
    </message>
    <message>
        <source>Go on archiving</source>
        <translation>继续存档</translation>
    </message>
    <message>
        <source>Pause archiving</source>
        <translation>暂停存档</translation>
    </message>
</context>
<context>
    <name>edgewright::ArchiveSearch</name>
    <message>
        <source>This is not a regular expression: %1.</source>
        <translation>这不是正则表达式：%1。</translation>
    </message>
    <message>
        <source>Only text within one line can be looked for.</source>
        <translation>只能查找单行之内的文本。</translation>
    </message>
    <message>
        <source>The search took too long and was given up.</source>
        <translation>查找耗时过长，已放弃。</translation>
    </message>
    <message>
        <source>Some lines kept the expression busy and were skipped.</source>
        <translation>有些行让表达式耗时过长，已跳过。</translation>
    </message>
</context>
<context>
    <name>edgewright::BlockButtons</name>
    <message>
        <source>Take this change from the left into the draft</source>
        <translation>将此处更改从左侧取入草稿</translation>
    </message>
    <message>
        <source>Take this change from the right into the draft</source>
        <translation>将此处更改从右侧取入草稿</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Delete these lines from the draft</source>
        <translation>从草稿中删除这些行</translation>
    </message>
    <message>
        <source>Ctrl+Delete</source>
        <translation>Ctrl+Delete</translation>
    </message>
</context>
<context>
    <name>edgewright::BottomPanel</name>
    <message>
        <source>Bottom Panel</source>
        <translation>底部面板</translation>
    </message>
    <message>
        <source>Pages of the bottom panel</source>
        <translation>底部面板的各页</translation>
    </message>
</context>
<context>
    <name>edgewright::BusyIndicator</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <comment>%1 is what is being waited for</comment>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>In progress: %1</source>
        <translation>进行中：%1</translation>
    </message>
</context>
<context>
    <name>edgewright::ChangeCount</name>
    <message>
        <source>The code is the same.</source>
        <translation>代码相同。</translation>
    </message>
    <message>
        <source>+%1 −%2 lines</source>
        <extracomment>%1 and %2 are numbers of lines</extracomment>
        <translation>+%1 −%2 行</translation>
    </message>
</context>
<context>
    <name>edgewright::ChangeLine</name>
    <message>
        <source>Show what changed in one line</source>
        <translation>用一行显示更改内容</translation>
    </message>
    <message>
        <source>Show all of what changed</source>
        <translation>显示全部更改内容</translation>
    </message>
</context>
<context>
    <name>edgewright::ChangeRefusal</name>
    <message>
        <source>Allow Changes…</source>
        <translation>允许更改…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
</context>
<context>
    <name>edgewright::ChangeWords</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>&quot;a, b, c and 5 more&quot;</extracomment>
        <translation>
            <numerusform>%1 等另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>the %1 listener</source>
        <extracomment>A function that waits for an event; %1 is the name of the event</extracomment>
        <translation>%1 监听器</translation>
    </message>
    <message>
        <source>the default export</source>
        <translation>默认导出</translation>
    </message>
    <message>
        <source>%1 renamed to %2</source>
        <translation>%1 改名为 %2</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>修改了 %1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>only the layout changed</source>
        <translation>仅版式有变化</translation>
    </message>
    <message>
        <source>only comments changed</source>
        <translation>仅注释有变化</translation>
    </message>
    <message>
        <source>code outside functions changed</source>
        <translation>函数之外的代码有变化</translation>
    </message>
    <message>
        <source>new host contacted: %1</source>
        <translation>新访问的主机：%1</translation>
    </message>
    <message>
        <source>host no longer contacted: %1</source>
        <translation>不再访问的主机：%1</translation>
    </message>
    <message>
        <source>header %1 added</source>
        <translation>新增标头 %1</translation>
    </message>
    <message>
        <source>header %1 removed</source>
        <translation>删除标头 %1</translation>
    </message>
    <message>
        <source>path %1 added</source>
        <translation>新增路径 %1</translation>
    </message>
    <message>
        <source>path %1 removed</source>
        <translation>删除路径 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::CheckLink</name>
    <message>
        <source>Nothing was published.</source>
        <translation>未发布。</translation>
    </message>
    <message>
        <source>Back to Publish…</source>
        <translation>返回发布…</translation>
    </message>
</context>
<context>
    <name>edgewright::CheckList</name>
    <message>
        <source>being looked at</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>to note</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what was looked at, %2 how that ended: &quot;Syntax: passed&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 项未通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to note</source>
        <translation>
            <numerusform>%n 项请留意</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 项检查中</numerusform>
        </translation>
    </message>
    <message>
        <source>all passed</source>
        <translation>全部通过</translation>
    </message>
    <message>
        <source>Click to go to that line.</source>
        <translation>点击跳转到该行。</translation>
    </message>
</context>
<context>
    <name>edgewright::CheckSummary</name>
    <message>
        <source>%1 of %2 checks need a look</source>
        <extracomment>%1 and %2 are numbers</extracomment>
        <translation>%2 项检查中有 %1 项需要查看</translation>
    </message>
    <message>
        <source>%1 of %2 checks need a look · %3</source>
        <extracomment>%1 and %2 are numbers, %3 is the worst check: &quot;Way back: there is none&quot;</extracomment>
        <translation>%2 项检查中有 %1 项需要查看 · %3</translation>
    </message>
    <message>
        <source>%1 of %2 checks are under way</source>
        <translation>%2 项检查中有 %1 项正在进行</translation>
    </message>
    <message numerus="yes">
        <source>All %n check(s) passed</source>
        <translation>
            <numerusform>%n 项检查全部通过</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Show the checks</source>
        <comment>a sentence</comment>
        <translation>%1。显示各项检查</translation>
    </message>
</context>
<context>
    <name>edgewright::CodeBody</name>
    <message>
        <source>The service returned a web page instead of code.</source>
        <translation>读到的是网页，不是代码。</translation>
    </message>
    <message>
        <source>The service returned an error document instead of code: the stored file of this version is missing or cannot be read.</source>
        <translation>读到的是错误文档，不是代码：该版本的存储文件不存在或无法读取。</translation>
    </message>
    <message>
        <source>The code ends in the middle of a character; the rest of it is missing.</source>
        <translation>代码在一个字符中间被截断，后面的内容缺失。</translation>
    </message>
    <message>
        <source>The service returned no code at all.</source>
        <translation>读到的内容为空。</translation>
    </message>
    <message>
        <source>This version is a package of code and assets, not a single script.</source>
        <translation>内容是包含代码和静态资源的压缩包，而不是单个脚本。</translation>
    </message>
    <message>
        <source>This is not UTF-8 text.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
</context>
<context>
    <name>edgewright::CodeEditor</name>
    <message>
        <source>Code editor</source>
        <translation>代码编辑器</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Toggle Co&amp;mment</source>
        <translation>切换注释(&amp;M)</translation>
    </message>
    <message>
        <source>Add &amp;Next Occurrence</source>
        <translation>选中下一处相同内容(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>edgewright::CodeImport</name>
    <message>
        <source>“%1” was not imported.</source>
        <extracomment>%1 is a file name, %2 a sentence on why</extracomment>
        <translation>“%1”未导入。</translation>
    </message>
    <message>
        <source>There is no JavaScript file in it.</source>
        <translation>其中没有 JavaScript 文件。</translation>
    </message>
    <message>
        <source>The folder “%1” could not be read.</source>
        <translation>无法读取文件夹“%1”。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>文件过大。</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>它不是普通文件。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareBar</name>
    <message>
        <source>Unified</source>
        <translation>单栏</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处改动</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>上一处改动 (Shift+F7)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处改动</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>下一处改动 (F7)</translation>
    </message>
    <message>
        <source>Comparison layout</source>
        <translation>比较视图布局</translation>
    </message>
    <message>
        <source>Side by side or unified (Ctrl+Shift+U)</source>
        <translation>并排或单栏 (Ctrl+Shift+U)</translation>
    </message>
    <message>
        <source>Context lines</source>
        <translation>上下文行数</translation>
    </message>
    <message>
        <source>Unchanged lines shown around each change</source>
        <translation>每处改动前后显示的未改动行数</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Show unchanged lines as well (Ctrl+Shift+A)</source>
        <translation>同时显示未改动的行 (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Find in comparison</source>
        <translation>在比较中查找</translation>
    </message>
    <message>
        <source>Find in both sides (Ctrl+F)</source>
        <translation>在两侧中查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Context:</source>
        <translation>上下文：</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Unified</source>
        <translation>单栏(&amp;U)</translation>
    </message>
    <message>
        <source>Ignore &amp;Trailing Space</source>
        <translation>忽略行尾空白(&amp;T)</translation>
    </message>
    <message>
        <source>Ignore &amp;Blank Lines</source>
        <translation>忽略空行(&amp;B)</translation>
    </message>
    <message>
        <source>Ignore &amp;All Space</source>
        <translation>忽略所有空白(&amp;A)</translation>
    </message>
    <message>
        <source>Ignore Line &amp;Ends</source>
        <translation>忽略换行符(&amp;E)</translation>
    </message>
    <message>
        <source>Ignore &amp;Formatting (Only Code Counts)</source>
        <translation>忽略格式(&amp;F)（只比较代码）</translation>
    </message>
    <message>
        <source>What the comparison ignores</source>
        <translation>比较时忽略的内容</translation>
    </message>
    <message>
        <source>Ignore all space or compare it (Ctrl+Shift+W)</source>
        <translation>忽略或比较所有空白 (Ctrl+Shift+W)</translation>
    </message>
    <message>
        <source>Ignore &amp;Nothing</source>
        <translation>不忽略任何内容(&amp;N)</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareCanvas</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;All of This Side</source>
        <translation>全选此侧(&amp;A)</translation>
    </message>
    <message>
        <source>This block was moved; click to go to its other end (Ctrl+M)</source>
        <translation>此块被移动过；点击转到另一端 (Ctrl+M)</translation>
    </message>
    <message>
        <source>&amp;Take Change from the Left</source>
        <translation>取左侧的更改(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take Change from the Right</source>
        <translation>取右侧的更改(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep Both, Left First</source>
        <translation>两者都保留，左侧在前(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Delete These Lines from the Draft</source>
        <translation>从草稿中删除这些行(&amp;D)</translation>
    </message>
    <message>
        <source>Go to the &amp;Other End of the Move</source>
        <translation>转到移动的另一端(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Edit These Lines of the Draft (F2)</source>
        <translation>编辑草稿中的这几行(&amp;E) (F2)</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareChoice</name>
    <message>
        <source>Reading versions…</source>
        <translation>正在读取版本…</translation>
    </message>
    <message>
        <source>Clipboard (%1)</source>
        <translation>剪贴板（%1）</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Compare with File</source>
        <translation>与文件比较</translation>
    </message>
    <message>
        <source>%1: routine</source>
        <extracomment>%1 is &quot;Left&quot; or &quot;Right&quot;</extracomment>
        <translation>%1：函数</translation>
    </message>
    <message>
        <source>%1: filter versions, draft, file</source>
        <translation>%1：筛选版本、草稿、文件</translation>
    </message>
    <message>
        <source>%1: what to compare</source>
        <translation>%1：比较的内容</translation>
    </message>
    <message>
        <source>%1 (%2 %): %3</source>
        <extracomment>A part of the traffic of an environment: &quot;Production (30 %): v17 · 2 h ago&quot;</extracomment>
        <translation>%1（%2 %）：%3</translation>
    </message>
    <message>
        <source>What was put on staging last without becoming a version; the next such upload replaces it.</source>
        <translation>最近一次放到测试环境、但没有成为版本的代码；下一次同类上传会覆盖它。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareController</name>
    <message>
        <source>%1: %2</source>
        <extracomment>The tab of a comparison: routine and both sides, &quot;ab-checkout: v5 ⇄ v8&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Compare the Draft with a File</source>
        <translation>将草稿与文件比较</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板中没有文本。</translation>
    </message>
    <message>
        <source>The text on the clipboard is too large.</source>
        <translation>剪贴板中的文本过大。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareDraftLink</name>
    <message>
        <source>Open the draft in a tab to take code into it.</source>
        <translation>请先在标签页中打开草稿，再把代码取入其中。</translation>
    </message>
    <message>
        <source>The draft was edited meanwhile; look at it again.</source>
        <translation>草稿在此期间有改动，请再看一遍。</translation>
    </message>
    <message>
        <source>There is no draft open that could have this line.</source>
        <translation>没有打开的草稿包含此行。</translation>
    </message>
    <message>
        <source>The draft cannot be changed at the moment.</source>
        <translation>草稿暂时无法修改。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareExport</name>
    <message numerus="yes">
        <source>%n unchanged piece(s) of long lines left out</source>
        <translation>
            <numerusform>省略了长行中 %n 处未改动的内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s) left out</source>
        <translation>
            <numerusform>省略了 %n 行未改动的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines too long to be read are shown piece by piece, here only those around the changes; the patch has all of it.</source>
        <translation>过长的行按片段显示，这里只包含改动附近的片段；补丁文件包含全部内容。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareExporter</name>
    <message>
        <source>Both sides are the same; there is nothing to export.</source>
        <translation>两侧相同，没有可导出的内容。</translation>
    </message>
    <message>
        <source>Export Comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <source>The comparison was written to “%1”.</source>
        <translation>比较结果已写入“%1”。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareFindBar</name>
    <message>
        <source>Not found on either side</source>
        <translation>两侧均未找到</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 / 超过 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>search hit</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Find in both sides</source>
        <translation>在两侧中查找</translation>
    </message>
    <message>
        <source>Match case in comparison</source>
        <translation>在比较中区分大小写</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous hit in comparison</source>
        <translation>比较中的上一处匹配</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit in comparison</source>
        <translation>比较中的下一处匹配</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一处匹配 (F3)</translation>
    </message>
    <message>
        <source>Close find in comparison</source>
        <translation>关闭比较中的查找</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareFollower</name>
    <message>
        <source>No earlier version of %1 is known.</source>
        <translation>没有已知的早于 %1 的版本。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareFooter</name>
    <message>
        <source>Editing the draft · Ctrl+Enter or leaving keeps what you typed, Escape takes it back</source>
        <translation>正在编辑草稿 · 按 Ctrl+Enter 或离开即保留修改，按 Esc 放弃</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareHeader</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>新增 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Swap sides (Ctrl+Shift+X)</source>
        <translation>左右互换 (Ctrl+Shift+X)</translation>
    </message>
    <message numerus="yes">
        <source>%n function(s)</source>
        <translation>
            <numerusform>%n 个函数</numerusform>
        </translation>
    </message>
    <message>
        <source>Functions that were added, removed, renamed or changed</source>
        <translation>新增、删除、改名或修改过的函数</translation>
    </message>
</context>
<context>
    <name>edgewright::ComparePainter</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n 行未改动</numerusform>
        </translation>
    </message>
    <message>
        <source>click: 10 more · Shift+click: all</source>
        <translation>单击：再显示 10 行 · Shift+单击：全部显示</translation>
    </message>
    <message>
        <source>no newline at end</source>
        <translation>末尾无换行符</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged piece(s) of lines</source>
        <translation>
            <numerusform>各行中有 %n 处未改动的内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only laid out otherwise</source>
        <translation>
            <numerusform>%n 处仅排版不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) only in what is ignored</source>
        <translation>
            <numerusform>%n 处仅在被忽略的内容上不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::ComparePicker</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>比较这两者</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareSources</name>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基准版本</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What runs in an environment: &quot;Production: v15 · 3 Nov&quot;; also &quot;Base: v15&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>%1 holds no code.</source>
        <translation>%1 中没有代码。</translation>
    </message>
    <message>
        <source>%1 has no draft on this computer.</source>
        <translation>%1 在这台电脑上没有草稿。</translation>
    </message>
    <message>
        <source>The draft is not based on a version yet.</source>
        <translation>草稿尚未基于任何版本。</translation>
    </message>
    <message>
        <source>Nothing of %1 is live in production.</source>
        <translation>%1 在生产环境中没有线上版本。</translation>
    </message>
    <message>
        <source>Nothing of %1 is live in staging.</source>
        <translation>%1 在测试环境中没有线上版本。</translation>
    </message>
    <message>
        <source>The text is UTF-16 and is shown as UTF-8.</source>
        <translation>文本为 UTF-16，现按 UTF-8 显示。</translation>
    </message>
    <message>
        <source>This is hardly a text: it has NUL bytes in it.</source>
        <translation>这多半不是文本：其中含有 NUL 字节。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; some characters are shown as their bytes.</source>
        <translation>文本不是 UTF-8，部分字符按字节显示。</translation>
    </message>
    <message>
        <source>Staging slot (unstable)</source>
        <translation>暂存区（unstable）</translation>
    </message>
    <message>
        <source>Draft, %1, %2</source>
        <extracomment>What the draft once was: %1 is a time, %2 is &quot;before format&quot;, &quot;discarded&quot; …</extracomment>
        <translation>草稿，%1，%2</translation>
    </message>
    <message>
        <source> (%1 %)</source>
        <extracomment>Behind the name of an environment: how much of its traffic a version has</extracomment>
        <translation>（%1 %）</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareTab</name>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareView</name>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Overview of changes</source>
        <translation>改动概览</translation>
    </message>
    <message>
        <source>All changes; click to go there</source>
        <translation>所有改动，单击可跳转</translation>
    </message>
    <message>
        <source>Choose two versions to compare them here.</source>
        <translation>请选择两个版本进行比较。</translation>
    </message>
</context>
<context>
    <name>edgewright::CompareWords</name>
    <message>
        <source>Left: %1</source>
        <translation>左侧：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>右侧：%1</translation>
    </message>
    <message>
        <source>Line ends: both %1</source>
        <translation>换行符：%1（两侧相同）</translation>
    </message>
    <message>
        <source>Line ends: %1 left, %2 right</source>
        <translation>换行符：左侧 %1，右侧 %2</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>非 UTF-8</translation>
    </message>
    <message>
        <source>UTF-8 with BOM</source>
        <translation>带 BOM 的 UTF-8</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Encoding: both %1</source>
        <translation>编码：%1（两侧相同）</translation>
    </message>
    <message>
        <source>Encoding: %1 left, %2 right</source>
        <translation>编码：左侧 %1，右侧 %2</translation>
    </message>
    <message>
        <source>Last line: newline only on the left</source>
        <translation>末行：仅左侧有换行符</translation>
    </message>
    <message>
        <source>Last line: newline only on the right</source>
        <translation>末行：仅右侧有换行符</translation>
    </message>
    <message>
        <source>Last line: newline on both</source>
        <translation>末行：两侧均有换行符</translation>
    </message>
    <message>
        <source>Last line: no newline on both</source>
        <translation>末行：两侧均无换行符</translation>
    </message>
    <message>
        <source>Both sides are the same, byte for byte</source>
        <translation>两侧内容逐字节相同</translation>
    </message>
    <message>
        <source>No line differs</source>
        <translation>没有不同的行</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>无改动</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>current change of all changes</comment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>%1 · from the top again</source>
        <translation>%1 · 已从头开始</translation>
    </message>
    <message>
        <source>%1 · from the end again</source>
        <translation>%1 · 已从末尾开始</translation>
    </message>
    <message>
        <source>%1 · last, F7 for the first</source>
        <translation>%1 · 已是最后一处，按 F7 回到第一处</translation>
    </message>
    <message>
        <source>No line differs apart from what is ignored</source>
        <translation>除忽略的内容外，没有行不同</translation>
    </message>
    <message>
        <source>all space</source>
        <translation>所有空白</translation>
    </message>
    <message>
        <source>trailing space</source>
        <translation>行尾空白</translation>
    </message>
    <message>
        <source>blank lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>line ends</source>
        <translation>换行符</translation>
    </message>
    <message>
        <source>formatting</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Nothing ignored</source>
        <translation>未忽略任何内容</translation>
    </message>
    <message>
        <source>Ignoring: %1</source>
        <translation>已忽略：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is ignored</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) hidden</source>
        <translation>
            <numerusform>隐藏了 %n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>an error document of an object store, not code</source>
        <translation>对象存储的错误文档，不是代码</translation>
    </message>
    <message>
        <source>a web page or XML, not code</source>
        <translation>网页或 XML，不是代码</translation>
    </message>
    <message>
        <source>a zip archive, not code</source>
        <translation>Zip 压缩包，不是代码</translation>
    </message>
    <message>
        <source>ends in the middle of a character</source>
        <translation>在字符中间截断</translation>
    </message>
    <message>
        <source>not UTF-8; some characters are shown as their bytes</source>
        <translation>不是 UTF-8；部分字符按字节显示</translation>
    </message>
    <message>
        <source>Both sides are empty</source>
        <translation>两侧均为空</translation>
    </message>
    <message>
        <source>only laid out otherwise</source>
        <translation>仅排版不同</translation>
    </message>
    <message>
        <source>differs only in what is ignored</source>
        <translation>仅在被忽略的内容上不同</translation>
    </message>
    <message>
        <source>hardly a text, it has zero bytes in it</source>
        <translation>不太像文本，其中含有零字节</translation>
    </message>
    <message>
        <source>Both sides: %1</source>
        <translation>两侧：%1</translation>
    </message>
    <message>
        <source>Not refined: the time was up, so some changes look larger</source>
        <translation>未细化：已到时限，部分改动显示得比实际大</translation>
    </message>
    <message>
        <source>Lines of up to %1 characters are shown statement by statement</source>
        <translation>长达 %1 个字符的行按语句拆开显示</translation>
    </message>
</context>
<context>
    <name>edgewright::ConnectDialog</name>
    <message>
        <source>A service on this computer; no cloud account needed</source>
        <translation>在本机运行的服务，无需云账号</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>AccessKey ID：%1</translation>
    </message>
    <message>
        <source>Connect an Account</source>
        <translation>连接账号</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>With an access key</source>
        <translation>使用 AccessKey</translation>
    </message>
    <message>
        <source>The key stays in memory and is forgotten when Edgewright quits.</source>
        <translation>AccessKey 仅保存在内存中，退出 Edgewright 后即清除。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel connecting</source>
        <translation>取消连接</translation>
    </message>
    <message>
        <source>Connect with this key</source>
        <translation>使用此 AccessKey 连接</translation>
    </message>
</context>
<context>
    <name>edgewright::ConnectionCall</name>
    <message>
        <source>No account is connected.</source>
        <translation>尚未连接账号。</translation>
    </message>
    <message>
        <source>Connect an account first.</source>
        <translation>请先连接账号。</translation>
    </message>
    <message>
        <source>The account was left before the answer came.</source>
        <translation>收到响应前账号已断开。</translation>
    </message>
</context>
<context>
    <name>edgewright::CopyRoutineDialog</name>
    <message>
        <source>same on both sides</source>
        <translation>两侧相同</translation>
    </message>
    <message>
        <source>to be copied</source>
        <translation>待复制</translation>
    </message>
    <message>
        <source>stays in the archive only</source>
        <translation>仅保留在存档中</translation>
    </message>
    <message>
        <source>only there</source>
        <translation>仅对方有</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>进度：%1</translation>
    </message>
    <message>
        <source>Both sides are being read…</source>
        <translation>正在读取两侧…</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) will be copied, oldest first.</source>
        <translation>
            <numerusform>将复制 %n 个版本，从最旧的开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing left to copy.</source>
        <translation>没有需要复制的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) are the same on both sides.</source>
        <translation>
            <numerusform>两侧有 %n 个相同的版本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older version(s) stay in the archive only, because the other account keeps %1 of a routine.</source>
        <translation>
            <numerusform>有 %n 个较旧的版本仅保留在存档中，因为对方账号每个函数只保留 %1 个版本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The routine there has %n version(s) that are not from here.</source>
        <translation>
            <numerusform>对方的函数有 %n 个版本不是从这里复制的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has the code of %1 any more.</source>
        <translation>%1 的代码已无处可寻。</translation>
    </message>
    <message>
        <source>The routine will be created there.</source>
        <translation>将在对方账号创建该函数。</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n Version(s)</source>
        <translation>
            <numerusform>复制 %n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy “%1” to Another Account</source>
        <translation>将“%1”复制到其他账号</translation>
    </message>
    <message>
        <source>From %1 to %2. The original stays as it is.</source>
        <extracomment>%1 and %2 are accounts</extracomment>
        <translation>从 %1 到 %2。原函数保持不变。</translation>
    </message>
    <message>
        <source>&amp;Name of the copy</source>
        <translation>副本名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>副本名称</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>There</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Versions on both sides</source>
        <translation>两侧的版本</translation>
    </message>
    <message>
        <source>Columns of the versions on both sides</source>
        <translation>两侧版本的列</translation>
    </message>
    <message>
        <source>&amp;Domains whose traffic the routine gets: tick those that you have pointed at the copy. The ticks are remembered.</source>
        <translation>该函数承接流量的域名(&amp;D)：请勾选已指向副本的域名。勾选状态会被记住。</translation>
    </message>
    <message>
        <source>Domains to point at the copy</source>
        <translation>要指向副本的域名</translation>
    </message>
    <message>
        <source>Co&amp;mpare Both Sides</source>
        <translation>比较两侧(&amp;M)</translation>
    </message>
    <message>
        <source>Compare the selected version on both sides</source>
        <translation>比较所选版本在两侧的代码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the copy</source>
        <translation>关闭复制窗口</translation>
    </message>
    <message>
        <source>Stop After This Version</source>
        <translation>此版本完成后停止</translation>
    </message>
    <message>
        <source>Stop copying after this version</source>
        <translation>复制完此版本后停止</translation>
    </message>
</context>
<context>
    <name>edgewright::CredentialSources</name>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>%1 is not set.</source>
        <extracomment>%1 is the name of an environment variable</extracomment>
        <translation>未设置 %1。</translation>
    </message>
    <message>
        <source>Profiles of mode %1 are not supported yet.</source>
        <extracomment>%1 is a mode of a profile, such as RamRoleArn</extracomment>
        <translation>暂不支持 %1 模式的配置。</translation>
    </message>
    <message>
        <source>The profile has no complete access key.</source>
        <translation>该配置中的 AccessKey 不完整。</translation>
    </message>
    <message>
        <source>The profile has no security token.</source>
        <translation>该配置中没有 STS 安全令牌。</translation>
    </message>
    <message>
        <source>The profile&apos;s security token has expired.</source>
        <translation>该配置中的 STS 安全令牌已过期。</translation>
    </message>
    <message>
        <source>The file is not a configuration of the aliyun command line.</source>
        <translation>该文件不是阿里云 CLI 的配置文件。</translation>
    </message>
</context>
<context>
    <name>edgewright::Database</name>
    <message>
        <source>The archive is in use by another program.</source>
        <translation>存档正被另一个程序使用。</translation>
    </message>
    <message>
        <source>The archive is write-protected.</source>
        <translation>存档处于写保护状态。</translation>
    </message>
    <message>
        <source>The archive file is damaged.</source>
        <translation>存档文件已损坏。</translation>
    </message>
    <message>
        <source>The disk is full, so the archive could not be written.</source>
        <translation>磁盘已满，无法写入存档。</translation>
    </message>
    <message>
        <source>The disk reported an error while the archive was used.</source>
        <translation>使用存档时磁盘报告了错误。</translation>
    </message>
    <message>
        <source>The archive could not be opened.</source>
        <translation>无法打开存档。</translation>
    </message>
    <message>
        <source>The archive could not be used.</source>
        <translation>无法使用存档。</translation>
    </message>
</context>
<context>
    <name>edgewright::DcdnService</name>
    <message>
        <source>A routine&apos;s description may have at most %1 characters here.</source>
        <translation>此处函数描述最多 %1 个字符。</translation>
    </message>
    <message>
        <source>The service does not have this version any more.</source>
        <translation>服务已没有这个版本。</translation>
    </message>
    <message>
        <source>Traffic cannot be split between versions here.</source>
        <translation>此处不能在版本之间分配流量。</translation>
    </message>
    <message>
        <source>This service does not tell its staging addresses.</source>
        <translation>此服务不提供测试环境的地址。</translation>
    </message>
    <message>
        <source>This service has no links for trying a routine out.</source>
        <translation>此服务没有用于试用函数的链接。</translation>
    </message>
</context>
<context>
    <name>edgewright::DeploymentFlow</name>
    <message>
        <source>The code of %1 could not be read; nothing was published.</source>
        <translation>无法读取 %1 的代码，未发布。</translation>
    </message>
    <message>
        <source>%1 holds no code; nothing was published.</source>
        <translation>%1 中没有可用的代码，未发布。</translation>
    </message>
</context>
<context>
    <name>edgewright::DocumentArea</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>已打开的文档</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Close %1</source>
        <extracomment>Closes the tab of that name</extracomment>
        <translation>关闭 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::DraftController</name>
    <message>
        <source>Reading “%1”…</source>
        <translation>正在读取“%1”…</translation>
    </message>
    <message>
        <source>The code could not be read</source>
        <translation>无法读取代码</translation>
    </message>
    <message>
        <source>The newest version, %1, holds no code</source>
        <translation>最新版本 %1 中没有可用的代码</translation>
    </message>
    <message>
        <source>The versions could not be read</source>
        <translation>无法读取版本</translation>
    </message>
    <message>
        <source>%1 cannot become the draft.</source>
        <translation>%1 不能用作草稿。</translation>
    </message>
    <message>
        <source>Open File into Draft</source>
        <translation>将文件读入草稿</translation>
    </message>
    <message>
        <source>“%1” was not opened.</source>
        <translation>未打开“%1”。</translation>
    </message>
    <message>
        <source>Export Code</source>
        <translation>导出代码</translation>
    </message>
    <message>
        <source>The code was written to “%1”.</source>
        <translation>代码已导出到“%1”。</translation>
    </message>
    <message>
        <source>edited, kept on this computer</source>
        <translation>已修改，保存在本机</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未修改</translation>
    </message>
    <message>
        <source>Draft of %1</source>
        <translation>%1 的草稿</translation>
    </message>
    <message>
        <source>There is a draft that cannot be read; it is left as it is.</source>
        <translation>有一份草稿无法读取，已原样保留。</translation>
    </message>
    <message>
        <source>The draft is now the code of %1.</source>
        <translation>草稿已换成 %1 的代码。</translation>
    </message>
    <message>
        <source>The draft is now the text of “%1”.</source>
        <translation>草稿已换成“%1”的内容。</translation>
    </message>
    <message>
        <source>The draft of “%1” is on the disk again.</source>
        <translation>“%1”的草稿已重新写入磁盘。</translation>
    </message>
    <message>
        <source>The tab of “%1” stays open, because its text is nowhere else.</source>
        <translation>“%1”的标签页不会关闭，因为其中的文本没有别处的副本。</translation>
    </message>
    <message>
        <source>Save the draft again once that is mended, or export the code.</source>
        <translation>请在问题解决后再次保存草稿，或导出代码。</translation>
    </message>
    <message>
        <source>based on %1, %2</source>
        <extracomment>%1 is a version, %2 is &quot;unchanged&quot; or &quot;edited, kept on this computer&quot;</extracomment>
        <translation>基于 %1，%2</translation>
    </message>
    <message>
        <source>Not connected to the service</source>
        <translation>未连接到服务</translation>
    </message>
    <message>
        <source>The archive has no version of this routine yet.</source>
        <translation>存档中还没有此函数的任何版本。</translation>
    </message>
    <message>
        <source>Nothing was replaced, because the text on screen could not be put into the local history first.</source>
        <translation>未替换任何内容，因为屏幕上的文本无法先存入本地历史。</translation>
    </message>
    <message>
        <source>Undo brings the earlier text back; if it was edited, so does the local history.</source>
        <translation>撤销可恢复之前的文本；若曾编辑过，本地历史中也有。</translation>
    </message>
</context>
<context>
    <name>edgewright::DraftFile</name>
    <message>
        <source>The file of the draft is damaged.</source>
        <translation>草稿文件已损坏。</translation>
    </message>
    <message>
        <source>The draft could not be removed.</source>
        <translation>无法移除草稿。</translation>
    </message>
    <message>
        <source>The draft is too large to be kept.</source>
        <translation>草稿太大，无法保存。</translation>
    </message>
</context>
<context>
    <name>edgewright::DraftPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>edgewright::DraftStore</name>
    <message>
        <source>The draft of “%1” cannot be read.</source>
        <translation>无法读取“%1”的草稿。</translation>
    </message>
    <message>
        <source>Its file is kept as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>草稿文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The draft was removed before it was saved.</source>
        <translation>草稿在保存前已被移除。</translation>
    </message>
    <message>
        <source>Nothing is saved over it: move the file %1 away yourself, then try again.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>不会覆盖它：请自行移走文件 %1，然后重试。</translation>
    </message>
</context>
<context>
    <name>edgewright::DurableFile</name>
    <message>
        <source>The file “%1” could not be written: %2.</source>
        <extracomment>%1 is a file name, %2 the operating system&apos;s reason</extracomment>
        <translation>无法写入文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The file “%1” could not be read: %2.</source>
        <extracomment>%1 is a file name, %2 the operating system&apos;s reason</extracomment>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>文件过大</translation>
    </message>
</context>
<context>
    <name>edgewright::EditorActions</name>
    <message>
        <source>Go to Line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Line (1–%1):</source>
        <translation>行号（1–%1）：</translation>
    </message>
</context>
<context>
    <name>edgewright::EditorPage</name>
    <message numerus="yes">
        <source>%n character(s) in this code can make it read differently from how it runs.</source>
        <translation>
            <numerusform>代码中有 %n 个字符可能使显示内容与实际执行不一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first is %1.</source>
        <extracomment>%1 names a character, such as &quot;U+202E RIGHT-TO-LEFT OVERRIDE&quot;.</extracomment>
        <translation>第一个是 %1。</translation>
    </message>
    <message>
        <source>Go to First</source>
        <translation>转到第一个</translation>
    </message>
    <message>
        <source>Go to the first suspicious character</source>
        <translation>转到第一个可疑字符</translation>
    </message>
</context>
<context>
    <name>edgewright::EmptyVersion</name>
    <message>
        <source>The version holds code and was not deleted.</source>
        <translation>该版本含有代码，未删除。</translation>
    </message>
</context>
<context>
    <name>edgewright::Endpoint</name>
    <message>
        <source>&quot;%1&quot; is not a host or host:port.</source>
        <translation>“%1”不是有效的主机名，也不是 host:port 形式。</translation>
    </message>
    <message>
        <source>Enter a name such as esa.cn-hangzhou.aliyuncs.com or 127.0.0.1:8080, without a scheme or path.</source>
        <translation>请输入 esa.cn-hangzhou.aliyuncs.com 或 127.0.0.1:8080 这样的地址，不含协议和路径。</translation>
    </message>
    <message>
        <source>Hangzhou</source>
        <translation>中国站（杭州）</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>国际站（新加坡）</translation>
    </message>
</context>
<context>
    <name>edgewright::Error</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences after each other; some languages put no blank between them</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>edgewright::ExportController</name>
    <message>
        <source>%1 was not exported.</source>
        <translation>%1 未导出。</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>%1 was written to “%2”.</source>
        <extracomment>%1 is a version, %2 a file name</extracomment>
        <translation>%1 已写入“%2”。</translation>
    </message>
    <message>
        <source>Export History as Folder</source>
        <translation>将历史导出为文件夹</translation>
    </message>
    <message>
        <source>Export History as Zip</source>
        <translation>将历史导出为 Zip</translation>
    </message>
    <message>
        <source>Export History as Git Repository</source>
        <translation>将历史导出为 Git 仓库</translation>
    </message>
    <message>
        <source>Export for “git fast-import”, as git is not installed</source>
        <translation>未安装 git，导出为“git fast-import”格式</translation>
    </message>
    <message>
        <source>Another export is still under way.</source>
        <translation>另一项导出仍在进行。</translation>
    </message>
    <message>
        <source>The history of “%1” is being exported…</source>
        <translation>正在导出“%1”的历史…</translation>
    </message>
    <message>
        <source>%1 of %2 versions</source>
        <translation>%1 / %2 个版本</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) of “%1” were exported to “%2”.</source>
        <translation>
            <numerusform>“%1”的 %n 个版本已导出到“%2”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing, as their code is not known: %1.</source>
        <translation>缺少以下版本，因为其代码未知：%1。</translation>
    </message>
    <message>
        <source>So these have no tag: %1.</source>
        <translation>因此没有标签的有：%1。</translation>
    </message>
</context>
<context>
    <name>edgewright::ExportFile</name>
    <message>
        <source>“%1” could not be written: %2.</source>
        <extracomment>%1 is a file or folder name, %2 the operating system&apos;s reason</extracomment>
        <translation>无法写入“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>edgewright::FilterField</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear: %1</source>
        <translation>清除：%1</translation>
    </message>
    <message>
        <source>Select the text: %1</source>
        <translation>选中文字：%1</translation>
    </message>
</context>
<context>
    <name>edgewright::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>Only in the selection</source>
        <translation>仅在选区中</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一处匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一处匹配 (F3)</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>关闭查找栏 (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace this match</source>
        <translation>替换此处匹配</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Replace all matches</source>
        <translation>替换所有匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>Search stopped: too complex</source>
        <translation>表达式过于复杂，已停止查找</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 处匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>With a regular expression: $1 to $9 or \1 to \9 are its groups, $&amp; is the whole match, \n a line break, \t a tab, \\ a backslash.</source>
        <translation>使用正则表达式时：$1 到 $9 或 \1 到 \9 表示分组，$&amp; 表示整个匹配，\n 表示换行，\t 表示制表符，\\ 表示反斜杠。</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 处匹配</translation>
    </message>
</context>
<context>
    <name>edgewright::FoldMarks</name>
    <message>
        <source>10 more lines below the text above (Alt+Down)</source>
        <translation>在上方文本下再显示 10 行 (Alt+Down)</translation>
    </message>
    <message>
        <source>10 more lines above the text below (Alt+Up)</source>
        <translation>在下方文本上再显示 10 行 (Alt+Up)</translation>
    </message>
    <message>
        <source>Click for 10 more lines (Return), Shift+click for all (Shift+Return)</source>
        <translation>点击显示 10 行 (Return)，Shift+点击全部显示 (Shift+Return)</translation>
    </message>
</context>
<context>
    <name>edgewright::GapButton</name>
    <message>
        <source>same</source>
        <comment>two texts</comment>
        <translation>相同</translation>
    </message>
    <message>
        <source>There is nothing to compare between %1</source>
        <translation>%1 之间没有可比较的内容</translation>
    </message>
    <message>
        <source>Counting the changes between %1…</source>
        <translation>正在统计 %1 之间的改动…</translation>
    </message>
    <message>
        <source>No difference between %1</source>
        <translation>%1 之间没有差异</translation>
    </message>
    <message>
        <source>Click to see them.</source>
        <translation>单击查看。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added, %1 removed between %2</source>
        <extracomment>%n and %1 are numbers of lines, %2 is like &quot;production and the draft&quot;</extracomment>
        <translation>
            <numerusform>%2之间：新增 %n 行，删除 %1 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::GitImport</name>
    <message>
        <source>git could not be started.</source>
        <translation>无法启动 git。</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made: %2.</source>
        <extracomment>%1 is a folder&apos;s name, %2 the operating system&apos;s reason</extracomment>
        <translation>无法创建文件夹“%1”：%2。</translation>
    </message>
    <message>
        <source>git could not make the repository.</source>
        <translation>git 无法创建仓库。</translation>
    </message>
    <message>
        <source>Export the history as a folder or zip instead.</source>
        <translation>请改为将历史导出为文件夹或 Zip。</translation>
    </message>
</context>
<context>
    <name>edgewright::GoToDialog</name>
    <message>
        <source>Go to Routine or Version</source>
        <translation>转到函数或版本</translation>
    </message>
    <message>
        <source>Routine, version or description</source>
        <translation>函数、版本或描述</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配结果</translation>
    </message>
</context>
<context>
    <name>edgewright::Guard</name>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
</context>
<context>
    <name>edgewright::GuardController</name>
    <message>
        <source>Their change: +%1 −%2</source>
        <extracomment>Their change: lines added and removed</extracomment>
        <translation>对方的改动：+%1 −%2</translation>
    </message>
    <message>
        <source>Nothing was saved as a version yet.</source>
        <translation>尚未保存为版本。</translation>
    </message>
    <message>
        <source>Nothing was published yet.</source>
        <translation>尚未发布。</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>%1 was saved at the same time, not from here: your version does not contain it.</source>
        <translation>%1 在同一时间被保存（不是从这里）：您的版本不包含它。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Read from the service %1.</source>
        <translation>%1读取自服务端。</translation>
    </message>
    <message>
        <source>%1 was saved, not from here.</source>
        <translation>%1 已被保存，不是从这里。</translation>
    </message>
    <message>
        <source>%1 was saved %2, not from here.</source>
        <extracomment>%1 is a version, %2 is &quot;3 min ago&quot;</extracomment>
        <translation>%1 在%2被保存，不是从这里。</translation>
    </message>
    <message numerus="yes">
        <source>It is the newest of %n such version(s).</source>
        <translation>
            <numerusform>它是 %n 个此类版本中最新的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours is based on %1.</source>
        <translation>您的草稿基于 %1。</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>from here</source>
        <translation>从这里操作</translation>
    </message>
    <message>
        <source>not from here</source>
        <translation>不是从这里</translation>
    </message>
    <message>
        <source>%1 went live in %2, %3; it was %4.</source>
        <extracomment>%1 is what is live now, %2 the environment, %3 &quot;not from here&quot;, %4 what was live before</extracomment>
        <translation>%2上线了 %1（%3），此前为 %4。</translation>
    </message>
    <message>
        <source>%1 went live in %2 at %3, %4; it was %5.</source>
        <extracomment>%1 is what is live now, %2 the environment, %3 a time, %4 &quot;not from here&quot;, %5 what was live</extracomment>
        <translation>%2于 %3 上线了 %1（%4），此前为 %5。</translation>
    </message>
</context>
<context>
    <name>edgewright::GuardNotice</name>
    <message>
        <source>Somebody was faster</source>
        <translation>他人已抢先</translation>
    </message>
    <message>
        <source>See Their Change</source>
        <translation>查看对方的改动</translation>
    </message>
    <message>
        <source>See their change in a comparison</source>
        <translation>在比较视图中查看对方的改动</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Merge their change into the draft</source>
        <translation>将对方的改动合并到草稿</translation>
    </message>
    <message>
        <source>Publish Anyway</source>
        <translation>仍然发布</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Publish anyway, in spite of their change</source>
        <translation>不理会对方的改动，仍然发布</translation>
    </message>
    <message>
        <source>Save anyway, without their change</source>
        <translation>不含对方的改动，仍然保存</translation>
    </message>
</context>
<context>
    <name>edgewright::HelpDialogs</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键列表</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Edgewright</source>
        <translation>关于 Edgewright</translation>
    </message>
    <message>
        <source>A desktop workbench for edge routines: edit, publish, look back, compare.</source>
        <translation>边缘函数桌面工作台：编辑、发布、回溯、比较。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>本程序是自由软件，遵循 GNU 通用公共许可证（GPL）第 3 版或更高版本，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>edgewright::HistoryExport</name>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>Nothing was exported: the code of no version is known.</source>
        <translation>未导出任何内容：没有一个版本的代码是已知的。</translation>
    </message>
</context>
<context>
    <name>edgewright::HistoryPanel</name>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Select one version to delete it.</source>
        <translation>请选择一个要删除的版本。</translation>
    </message>
    <message>
        <source>The staging slot is not a version of its own and cannot be deleted.</source>
        <translation>暂存区不是独立的版本，不能删除。</translation>
    </message>
    <message>
        <source>%1 is live in production and cannot be deleted.</source>
        <translation>%1 正在生产环境运行，不能删除。</translation>
    </message>
    <message>
        <source>Select one version to publish it.</source>
        <translation>请选择一个要发布的版本。</translation>
    </message>
    <message>
        <source>The staging slot cannot be published: save it as a version first.</source>
        <translation>暂存区不能直接发布，请先保存为版本。</translation>
    </message>
    <message>
        <source>The service is still preparing %1.</source>
        <translation>服务端仍在准备 %1。</translation>
    </message>
    <message>
        <source>The service could not prepare %1.</source>
        <translation>服务端准备 %1 失败。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with Draft</source>
        <translation>与草稿比较</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>比较 %1 与 %2</translation>
    </message>
    <message>
        <source>Select one version, or two to compare them.</source>
        <translation>请选择一个版本，或选择两个进行比较。</translation>
    </message>
    <message>
        <source>Replaces the draft; one undo brings it back</source>
        <translation>替换当前草稿，撤销一次即可恢复</translation>
    </message>
    <message>
        <source>Select one version to use its code.</source>
        <translation>请选择一个版本以使用其代码。</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>暂无版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>versions used of those kept</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Versions on the service, and how many it keeps per routine</source>
        <translation>服务端已有版本数 / 每个函数的版本配额</translation>
    </message>
    <message>
        <source>Read the versions again</source>
        <translation>重新读取版本</translation>
    </message>
    <message>
        <source>Refresh versions</source>
        <translation>刷新版本</translation>
    </message>
    <message>
        <source>Filter versions</source>
        <translation>筛选版本</translation>
    </message>
    <message>
        <source>Use Code as Draft</source>
        <translation>用作草稿</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Publish the selected version…</source>
        <translation>发布所选版本…</translation>
    </message>
    <message>
        <source>More for this version</source>
        <translation>此版本的更多操作</translation>
    </message>
    <message>
        <source>More for the selected version</source>
        <translation>所选版本的更多操作</translation>
    </message>
    <message>
        <source>%1 is live in staging and cannot be deleted.</source>
        <translation>%1 正在测试环境运行，不能删除。</translation>
    </message>
    <message>
        <source>Save the draft as a version; it will appear here.</source>
        <translation>将草稿保存为版本后，会显示在这里。</translation>
    </message>
    <message>
        <source>No version with a star matches.</source>
        <translation>没有匹配的星标版本。</translation>
    </message>
    <message>
        <source>No version has “%1” in its name, description, label or note.</source>
        <translation>没有版本的名称、描述、标签或备注含有“%1”。</translation>
    </message>
    <message>
        <source>Only versions with a star</source>
        <translation>仅星标版本</translation>
    </message>
    <message>
        <source>%1 is not on the service any more; the archive keeps it.</source>
        <translation>服务上已没有 %1，存档中保留着它。</translation>
    </message>
    <message>
        <source>%1 is only on this computer: use its code as draft and save that as a version to publish it.</source>
        <translation>%1 只在这台电脑上：要发布它，请将其代码用作草稿并保存为版本。</translation>
    </message>
    <message>
        <source>The service has no code for %1.</source>
        <translation>服务没有 %1 的代码。</translation>
    </message>
    <message>
        <source>The code of %1 was gone before it could be archived.</source>
        <translation>%1 的代码在存档之前就已丢失。</translation>
    </message>
    <message>
        <source>The code of %1 is not in the archive yet. %2</source>
        <comment>%2 says why the service cannot be asked</comment>
        <translation>%1 的代码尚未存档。%2</translation>
    </message>
</context>
<context>
    <name>edgewright::HttpTransport</name>
    <message>
        <source>Check the network connection and the endpoint, then try again.</source>
        <translation>请检查网络连接和接入点，然后重试。</translation>
    </message>
    <message>
        <source>If your network inspects encrypted traffic, add its certificate to the system.</source>
        <translation>如果所在网络会检查加密流量，请将其证书添加到系统中。</translation>
    </message>
    <message>
        <source>The proxy could not be reached.</source>
        <translation>无法连接代理。</translation>
    </message>
    <message>
        <source>Check the proxy settings of this computer.</source>
        <translation>请检查本机的代理设置。</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and password.</source>
        <translation>代理要求提供用户名和密码。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than it may be.</source>
        <translation>服务器的响应超出大小上限。</translation>
    </message>
    <message>
        <source>Check the endpoint, then try again.</source>
        <translation>请检查接入点，然后重试。</translation>
    </message>
    <message>
        <source>%1 could not be reached: no server of that name was found.</source>
        <translation>无法连接 %1：找不到该名称的服务器。</translation>
    </message>
    <message>
        <source>%1 could not be reached: connection refused.</source>
        <translation>无法连接 %1：连接被拒绝。</translation>
    </message>
    <message>
        <source>No secure connection: %1 could not prove who it is.</source>
        <translation>无法建立安全连接：%1 未能证明自己的身份。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未在规定时间内响应。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer arrived.</source>
        <translation>在收到响应之前，与 %1 的连接已断开。</translation>
    </message>
</context>
<context>
    <name>edgewright::ImportController</name>
    <message>
        <source>Import from Folder</source>
        <translation>从文件夹导入</translation>
    </message>
    <message>
        <source>Import from Zip</source>
        <translation>从 Zip 导入</translation>
    </message>
    <message>
        <source>The draft is now the text of “%1”.</source>
        <translation>草稿现在是“%1”的文本。</translation>
    </message>
</context>
<context>
    <name>edgewright::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Which file of “%1” becomes the draft?</source>
        <translation>将“%1”中的哪个文件作为草稿？</translation>
    </message>
    <message>
        <source>Files that can be imported</source>
        <translation>可导入的文件</translation>
    </message>
    <message>
        <source>Import the selected file</source>
        <translation>导入所选文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>取消导入</translation>
    </message>
    <message>
        <source>the newest version</source>
        <translation>最新版本</translation>
    </message>
</context>
<context>
    <name>edgewright::InlineEdit</name>
    <message>
        <source>Lines of the draft</source>
        <translation>草稿中的行</translation>
    </message>
    <message>
        <source>Lines %1 to %2 of the draft</source>
        <translation>草稿第 %1 至 %2 行</translation>
    </message>
    <message>
        <source>Line %1 of the draft</source>
        <translation>草稿第 %1 行</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps what you typed, Escape takes it back.</source>
        <translation>按 Ctrl+Enter 保留修改，按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>edgewright::JsonReader</name>
    <message>
        <source>The service&apos;s answer could not be understood.</source>
        <translation>无法解析服务端的响应。</translation>
    </message>
    <message>
        <source>Check the endpoint, then try again.</source>
        <translation>请检查接入点，然后重试。</translation>
    </message>
</context>
<context>
    <name>edgewright::KeyForm</name>
    <message>
        <source>Enter the access key secret.</source>
        <translation>请输入 AccessKey Secret。</translation>
    </message>
    <message>
        <source>Enter the host of the endpoint.</source>
        <translation>请输入接入点的主机名。</translation>
    </message>
    <message>
        <source>Access key &amp;ID</source>
        <translation>AccessKey &amp;ID</translation>
    </message>
    <message>
        <source>or paste the whole key file here</source>
        <translation>也可将整个密钥文件的内容粘贴到此处</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>AccessKey &amp;Secret</translation>
    </message>
    <message>
        <source>Access key secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Security &amp;token</source>
        <translation>STS 安全令牌(&amp;T)</translation>
    </message>
    <message>
        <source>only for temporary keys</source>
        <translation>仅临时 AccessKey 需要</translation>
    </message>
    <message>
        <source>Security token</source>
        <translation>STS 安全令牌</translation>
    </message>
    <message>
        <source>Sit&amp;e</source>
        <translation>站点(&amp;E)</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Find automatically</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>Hangzhou (China site)</source>
        <translation>中国站（杭州）</translation>
    </message>
    <message>
        <source>Singapore (international site)</source>
        <translation>国际站（新加坡）</translation>
    </message>
    <message>
        <source>Other endpoint…</source>
        <translation>其他接入点…</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>host or host:port</source>
        <translation>主机名，或 host:port</translation>
    </message>
    <message>
        <source>Host of the endpoint</source>
        <translation>接入点的主机名</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>隐藏 AccessKey Secret</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>显示 AccessKey Secret</translation>
    </message>
    <message>
        <source>There is a blank inside. Was more than the key pasted?</source>
        <translation>中间有空格，是否粘贴了多余的内容？</translation>
    </message>
    <message>
        <source>Keys have only letters, digits and signs of ASCII.</source>
        <translation>密钥只包含 ASCII 字母、数字和符号。</translation>
    </message>
    <message>
        <source>Enter the AccessKey ID.</source>
        <translation>请输入 AccessKey ID。</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
</context>
<context>
    <name>edgewright::Ledger</name>
    <message>
        <source>The archive cannot be used.</source>
        <translation>无法使用存档。</translation>
    </message>
    <message>
        <source>What is done now is not written into the ledger.</source>
        <translation>现在进行的操作不会写入台账。</translation>
    </message>
</context>
<context>
    <name>edgewright::LedgerController</name>
    <message>
        <source>Ledger</source>
        <translation>操作台账</translation>
    </message>
    <message>
        <source>Open “%1” first to read its versions.</source>
        <translation>请先打开“%1”再读取其版本。</translation>
    </message>
    <message>
        <source>Show Ledger</source>
        <translation>显示操作台账</translation>
    </message>
</context>
<context>
    <name>edgewright::LedgerPanel</name>
    <message>
        <source>Reason of the act</source>
        <translation>操作的原因</translation>
    </message>
    <message>
        <source>Read Version</source>
        <translation>读取版本</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No entry of the ledger has “%1” in it.</source>
        <translation>台账中没有含“%1”的条目。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>What you do to the service is written here before it is sent, and what changes elsewhere as soon as it is seen.</source>
        <translation>您对服务的操作会在发送之前写在这里；别处的更改一经发现也会记下。</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>This routine</source>
        <translation>此函数</translation>
    </message>
    <message>
        <source>All routines</source>
        <translation>所有函数</translation>
    </message>
    <message>
        <source>Routines shown in the ledger</source>
        <translation>台账中显示的函数</translation>
    </message>
    <message>
        <source>Filter the ledger</source>
        <translation>筛选台账</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>操作台账</translation>
    </message>
    <message>
        <source>Columns of the ledger</source>
        <translation>台账的列</translation>
    </message>
    <message>
        <source>Show the change of this entry</source>
        <translation>显示此条目的更改</translation>
    </message>
    <message>
        <source>What the change did to the code (Enter)</source>
        <translation>此更改对代码的影响 (Enter)</translation>
    </message>
    <message>
        <source>Edit Reason</source>
        <translation>编辑原因</translation>
    </message>
    <message>
        <source>Edit the reason of this entry</source>
        <translation>编辑此条目的原因</translation>
    </message>
    <message>
        <source>Why it was done (F2); stays on this computer</source>
        <translation>为何这样做 (F2)；只保存在这台电脑上</translation>
    </message>
    <message>
        <source>No routine is open</source>
        <translation>未打开函数</translation>
    </message>
    <message>
        <source>Open one, or choose “All routines”.</source>
        <translation>请打开一个函数，或选择“所有函数”。</translation>
    </message>
    <message>
        <source>Roll Back to This…</source>
        <translation>回滚到此状态…</translation>
    </message>
    <message>
        <source>Roll back to what was live after this entry</source>
        <translation>回滚到此条记录之后的线上状态</translation>
    </message>
    <message>
        <source>Asks before anything is changed</source>
        <translation>修改之前会先询问</translation>
    </message>
</context>
<context>
    <name>edgewright::LedgerRows</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>请求 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::LedgerWords</name>
    <message>
        <source>%1 once more</source>
        <comment>a version that is published again</comment>
        <translation>再次发布 %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>what was live → what is</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Saving a version of “%1”</source>
        <translation>正在保存“%1”的版本</translation>
    </message>
    <message>
        <source>Deleting %1 of “%2”</source>
        <translation>正在删除“%2”的 %1</translation>
    </message>
    <message>
        <source>Creating “%1”</source>
        <translation>正在创建“%1”</translation>
    </message>
    <message>
        <source>Deleting “%1”</source>
        <translation>正在删除“%1”</translation>
    </message>
    <message>
        <source>Publishing %3 of “%1” to %2</source>
        <extracomment>%1 is a routine, %2 an environment, %3 versions</extracomment>
        <translation>正在将“%1”的 %3 发布到%2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>first seen %1</source>
        <translation>首次见于 %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date of this year, as a QLocale format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as a QLocale format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no version is live</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 split: %2</source>
        <extracomment>%1 is &quot;70/30&quot;, %2 the versions in that order: &quot;v15, v18&quot;</extracomment>
        <translation>按 %1 分配：%2</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>Save a version</source>
        <translation>保存版本</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Create the routine</source>
        <translation>创建函数</translation>
    </message>
    <message>
        <source>Delete the routine</source>
        <translation>删除函数</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>This computer, %1</source>
        <translation>这台电脑，%1</translation>
    </message>
    <message>
        <source>Elsewhere, before %1</source>
        <translation>别处，%1 之前</translation>
    </message>
    <message>
        <source>Elsewhere, between %1 and %2</source>
        <translation>别处，%1 至 %2 之间</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>Under way or cut off</source>
        <translation>进行中或被中断</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>How it ended is found out by reading as soon as the account is connected; it is never sent again.</source>
        <translation>账户连接后会立即通过读取查明结果；绝不会再次发送。</translation>
    </message>
    <message>
        <source>Something else is live now; look at it before publishing again.</source>
        <translation>现在线上是别的版本；再次发布前请先查看。</translation>
    </message>
    <message>
        <source>Look at the versions before doing it again.</source>
        <translation>重做之前请先查看版本。</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) that had been cut off were looked at by reading; the ledger says how each ended. Nothing was sent again.</source>
        <translation>
            <numerusform>已通过读取核实 %n 项被中断的操作；各自的结果见台账。没有任何操作被再次发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was cut off on %2, but it was done.</source>
        <translation>%1 于 %2 被中断，但已完成。</translation>
    </message>
    <message>
        <source>%1 was cut off on %2; nothing happened.</source>
        <translation>%1 于 %2 被中断，未发生任何更改。</translation>
    </message>
    <message>
        <source>%1 was cut off on %2; whether it was done cannot be told any more.</source>
        <translation>%1 于 %2 被中断；已无法判断是否完成。</translation>
    </message>
    <message>
        <source>not known; first read %1: %2</source>
        <translation>未知；首次读取于 %1：%2</translation>
    </message>
    <message>
        <source>not known; never read</source>
        <translation>未知；从未读取</translation>
    </message>
    <message>
        <source>%1, %2, until %3 on %4</source>
        <comment>v15, since 3 Nov, until v18 on 9 Nov</comment>
        <translation>%1，%2，直到 %4 换为 %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>v15, since 3 Nov</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 when last read %2, then %3 from %4 on; not read in between</source>
        <extracomment>%1 and %3 are versions, %2 and %4 times</extracomment>
        <translation>%2 时读到 %1，之后自 %4 起为 %3；其间未读取</translation>
    </message>
    <message>
        <source>%1, %2; not read since %3</source>
        <translation>%1，%2；自 %3 起未再读取</translation>
    </message>
    <message>
        <source>(This computer&apos;s clock was set back around then, so that time came twice.)</source>
        <translation>（这台电脑的时钟在那前后被调回过，因此该时刻出现了两次。）</translation>
    </message>
    <message>
        <source>Limiting the CPU time of “%1” in %2 to %3</source>
        <extracomment>%1 is a routine, %2 an environment, %3 a limit such as &quot;50ms&quot;</extracomment>
        <translation>设置“%1”在 %2 的 CPU 时间上限为 %3</translation>
    </message>
    <message>
        <source>CPU time limit %1</source>
        <extracomment>%1 is a limit such as &quot;50ms&quot;</extracomment>
        <translation>CPU 时间上限 %1</translation>
    </message>
    <message>
        <source>%1 of “%2” was saved on %4, but the program ended before it was published to %3. It was not published since.</source>
        <extracomment>%1 is a version, %2 a routine, %3 an environment, %4 a time</extracomment>
        <translation>%2 的 %1 已于 %4 保存，但程序在将其发布到%3之前退出，此后也未发布。</translation>
    </message>
</context>
<context>
    <name>edgewright::LineEditor</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep (Ctrl+Enter)</source>
        <translation>保留(&amp;K) (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Take &amp;Back (Esc)</source>
        <translation>放弃(&amp;B) (Esc)</translation>
    </message>
</context>
<context>
    <name>edgewright::LineTrace</name>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>In no version yet</source>
        <translation>尚未进入任何版本</translation>
    </message>
    <message>
        <source>The oldest version known; its lines may be older.</source>
        <translation>已知最早的版本；其中的行可能更早。</translation>
    </message>
    <message>
        <source>The code of the version before it is not known, so the line may have come with that one.</source>
        <translation>之前版本的代码未知，因此该行也可能来自那个版本。</translation>
    </message>
    <message>
        <source>Alt+click: the version before</source>
        <translation>Alt+点击：之前的版本</translation>
    </message>
    <message>
        <source>Line %1 is in no version yet</source>
        <translation>第 %1 行尚未进入任何版本</translation>
    </message>
    <message>
        <source>Line %1 was there in the oldest version known, %2</source>
        <extracomment>%2 describes a version: &quot;v7 · adds a header · 2 h ago&quot;</extracomment>
        <translation>第 %1 行在已知最早的版本中就有，%2</translation>
    </message>
    <message>
        <source>Line %1 came with %2 or the version before it</source>
        <extracomment>%2 describes a version: &quot;v7 · adds a header · 2 h ago&quot;</extracomment>
        <translation>第 %1 行来自 %2 或其之前的版本</translation>
    </message>
    <message>
        <source>Line %1 came with %2</source>
        <translation>第 %1 行来自 %2</translation>
    </message>
</context>
<context>
    <name>edgewright::LiveQuestion</name>
    <message>
        <source>&amp;What was live at</source>
        <translation>当时的线上版本(&amp;W)</translation>
    </message>
    <message>
        <source>Moment to look back at, local time</source>
        <translation>要回看的时刻，本地时间</translation>
    </message>
    <message>
        <source>Local time; arrow keys change the part with the cursor</source>
        <translation>本地时间；方向键更改光标所在的部分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an environment, %2 what was live there</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>In “%1”:</source>
        <translation>在“%1”中：</translation>
    </message>
    <message>
        <source>Open a routine to ask.</source>
        <translation>请先打开一个函数再查询。</translation>
    </message>
</context>
<context>
    <name>edgewright::LiveStrip</name>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>Show the code that is live here</source>
        <translation>查看此环境的线上代码</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>based on %1</source>
        <translation>基于 %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未修改</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Go to the draft</source>
        <translation>转到草稿</translation>
    </message>
    <message>
        <source>PROD</source>
        <comment>production, abbreviated</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>production and the draft</source>
        <translation>生产环境与草稿</translation>
    </message>
    <message>
        <source>staging and the draft</source>
        <translation>测试环境与草稿</translation>
    </message>
    <message>
        <source>production and staging</source>
        <translation>生产环境与测试环境</translation>
    </message>
    <message>
        <source>Production: more</source>
        <translation>生产环境：更多操作</translation>
    </message>
    <message>
        <source>Staging: more</source>
        <translation>测试环境：更多操作</translation>
    </message>
    <message>
        <source>Roll back, share the traffic, compare</source>
        <translation>回滚、分配流量、比较</translation>
    </message>
</context>
<context>
    <name>edgewright::LiveStripController</name>
    <message>
        <source>&amp;Roll Back…</source>
        <translation>回滚(&amp;R)…</translation>
    </message>
    <message>
        <source>Adjust &amp;Split…</source>
        <translation>调整分流(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Compare with Draft</source>
        <translation>与草稿比较(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;Id of %1</source>
        <translation>复制 %1 的 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Changed elsewhere, not from this computer; first seen %1.</source>
        <translation>有人在别处改动过，不是在这台电脑上；首次发现于 %1。</translation>
    </message>
    <message>
        <source>&amp;Share Traffic…</source>
        <translation>分配流量(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>edgewright::LocalHistory</name>
    <message>
        <source>before another text replaced it</source>
        <translation>被其他文本替换之前</translation>
    </message>
    <message>
        <source>before use as draft</source>
        <translation>用作草稿之前</translation>
    </message>
    <message>
        <source>before a file was opened</source>
        <translation>打开文件之前</translation>
    </message>
    <message>
        <source>before format</source>
        <translation>格式化之前</translation>
    </message>
    <message>
        <source>before save as version</source>
        <translation>保存为版本之前</translation>
    </message>
    <message>
        <source>before publishing</source>
        <translation>发布之前</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>while typing</source>
        <translation>编辑过程中</translation>
    </message>
    <message>
        <source>The text in the local history cannot be read.</source>
        <translation>无法读取本地历史中的文本。</translation>
    </message>
    <message>
        <source>Its file is %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>其文件为 %1。</translation>
    </message>
    <message>
        <source>before a newer version was merged</source>
        <translation>合并新版本之前</translation>
    </message>
</context>
<context>
    <name>edgewright::LocalHistoryController</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A text of the local history: %1 is a time, %2 is &quot;before format&quot;, &quot;discarded&quot; …</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>The draft is again what it was: %1.</source>
        <extracomment>%1 is a moment of the local history: &quot;2 h ago, before format&quot;</extracomment>
        <translation>草稿已恢复为：%1。</translation>
    </message>
    <message>
        <source>The code the draft is based on could not be read, so there is nothing to go back to.</source>
        <translation>无法读取草稿所基于的代码，因此没有可恢复的内容。</translation>
    </message>
    <message>
        <source>There is nothing to discard: nothing was changed.</source>
        <translation>没有可丢弃的内容：未做任何更改。</translation>
    </message>
    <message>
        <source>The draft was discarded. It is in the local history.</source>
        <translation>草稿已丢弃，可在本地历史中找到。</translation>
    </message>
    <message>
        <source>The draft was discarded: it is the code of %1 again. What you typed is in the local history.</source>
        <translation>草稿已丢弃，现在又是 %1 的代码。您输入的内容在本地历史中。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>edgewright::LocalHistoryView</name>
    <message>
        <source>Compare Both</source>
        <translation>比较两者</translation>
    </message>
    <message>
        <source>Compare with Draft</source>
        <translation>与草稿比较</translation>
    </message>
    <message>
        <source>Compare the selected texts of the local history</source>
        <translation>比较本地历史中所选的文本</translation>
    </message>
    <message>
        <source>Compare the text of the local history with the draft</source>
        <translation>将本地历史中的文本与草稿比较</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A moment of the local history: %1 is a time, %2 is &quot;before format&quot;, &quot;discarded&quot; …</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1, based on %2</source>
        <extracomment>%1 is a size, %2 is a version</extracomment>
        <translation>%1，基于 %2</translation>
    </message>
    <message>
        <source>Local history</source>
        <translation>本地历史</translation>
    </message>
    <message>
        <source>What you type is noted here every few minutes, and before another text takes its place.</source>
        <translation>您输入的内容每隔几分钟会记在这里，被其他文本替换之前也会记下。</translation>
    </message>
    <message>
        <source>Local history, newest first</source>
        <translation>本地历史，最新的在前</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Read the text of the local history</source>
        <translation>读取本地历史中的文本</translation>
    </message>
    <message>
        <source>Use as Draft</source>
        <translation>用作草稿</translation>
    </message>
    <message>
        <source>Use the text of the local history as the draft</source>
        <translation>将本地历史中的文本用作草稿</translation>
    </message>
</context>
<context>
    <name>edgewright::LockController</name>
    <message>
        <source>What is locked could not be put on the disk and is forgotten with the end of the program: %1</source>
        <translation>锁定状态无法写入磁盘，程序退出后将失效：%1</translation>
    </message>
    <message>
        <source>The list of locked routines was damaged, so nothing is locked now. It is kept as %1.</source>
        <translation>锁定列表已损坏，因此目前没有任何锁定。损坏的文件保存为 %1。</translation>
    </message>
    <message>
        <source>Changes are allowed until %1; then the account is read-only again.</source>
        <translation>在 %1 之前允许修改，之后账号恢复只读。</translation>
    </message>
    <message>
        <source>“%1” is unlocked until %2.</source>
        <translation>“%1”已解锁，到 %2 为止。</translation>
    </message>
    <message>
        <source>The account is read-only again.</source>
        <translation>账号已恢复只读。</translation>
    </message>
    <message>
        <source>“%1” is locked again.</source>
        <translation>“%1”已重新锁定。</translation>
    </message>
    <message>
        <source>Un&amp;lock Routine…</source>
        <translation>解锁函数(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Lock Routine</source>
        <translation>锁定函数(&amp;L)</translation>
    </message>
</context>
<context>
    <name>edgewright::LostAnswer</name>
    <message>
        <source>Look once more in a moment, then try again.</source>
        <translation>请稍后再查看一次，然后重试。</translation>
    </message>
</context>
<context>
    <name>edgewright::MainWindow</name>
    <message>
        <source>The draft of %1 could not be put on the disk. Edgewright stays open so that nothing is lost: make room, or export the code.</source>
        <translation>无法将 %1 的草稿写入磁盘。为避免丢失，Edgewright 不会退出：请释放磁盘空间，或导出代码。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>A change of the service is under way; Edgewright closes when it is done.</source>
        <translation>正在向服务提交更改，完成后 Edgewright 会自动关闭。</translation>
    </message>
</context>
<context>
    <name>edgewright::MakeRoomController</name>
    <message>
        <source>Deleted from the service, with the code kept in the archive: %1.</source>
        <extracomment>%1 is one version or several</extracomment>
        <translation>已从服务端删除，代码保留在存档中：%1。</translation>
    </message>
</context>
<context>
    <name>edgewright::MakeRoomFlow</name>
    <message>
        <source>Checking that nothing of it is live…</source>
        <translation>正在确认它们都不在线上…</translation>
    </message>
    <message>
        <source>Checking the archive&apos;s copy of %1…</source>
        <translation>正在检查 %1 的存档副本…</translation>
    </message>
    <message>
        <source>Deleting %1…</source>
        <translation>正在删除 %1…</translation>
    </message>
    <message>
        <source>Room was made</source>
        <translation>空位已腾出</translation>
    </message>
    <message>
        <source>What is live could not be read.</source>
        <translation>无法读取线上状态。</translation>
    </message>
    <message>
        <source>%1 is live now and stays.</source>
        <translation>%1 正在线上，予以保留。</translation>
    </message>
    <message>
        <source>Somebody published it meanwhile; choose another version.</source>
        <translation>期间有人发布了它，请选择其他版本。</translation>
    </message>
    <message>
        <source>%1 was not deleted, because the archive does not have its code.</source>
        <translation>存档中没有 %1 的代码，因此没有删除。</translation>
    </message>
    <message>
        <source>To make room for another version</source>
        <translation>为新版本腾出空位</translation>
    </message>
    <message>
        <source>Whether %1 was deleted is not known.</source>
        <translation>无法确定 %1 是否已删除。</translation>
    </message>
    <message>
        <source>%1 could not be deleted.</source>
        <translation>%1 未能删除。</translation>
    </message>
    <message>
        <source>Making room was stopped.</source>
        <translation>腾出空位已停止。</translation>
    </message>
    <message>
        <source>The account was left while %1 was being deleted; it may or may not be gone.</source>
        <translation>删除 %1 的过程中切换了账号，它可能还在，也可能已删除。</translation>
    </message>
    <message>
        <source>The account was left while room was being made.</source>
        <translation>腾出空位的过程中切换了账号。</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>没有删除任何内容。</translation>
    </message>
    <message>
        <source>Deleted from the service before that, with the code in the archive: %1.</source>
        <translation>在此之前已从服务端删除，代码保留在存档中：%1。</translation>
    </message>
</context>
<context>
    <name>edgewright::MakeRoomSheet</name>
    <message>
        <source>Make room for versions of %1</source>
        <extracomment>%1 is a routine</extracomment>
        <translation>为 %1 的版本腾出空位</translation>
    </message>
    <message>
        <source>&amp;Versions the service keeps of a routine</source>
        <translation>服务端为每个函数保留的版本数(&amp;V)</translation>
    </message>
    <message>
        <source>Versions the service keeps of a routine</source>
        <translation>服务端为每个函数保留的版本数</translation>
    </message>
    <message>
        <source>The service does not say; change it when you know.</source>
        <translation>服务端没有告知，如果您知道可以修改。</translation>
    </message>
    <message>
        <source>As the plan of the account says.</source>
        <translation>以账号的套餐为准。</translation>
    </message>
    <message>
        <source>Delete Versions</source>
        <extracomment>%1 is one version or several</extracomment>
        <translation>删除版本</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::MergeBar</name>
    <message>
        <source>%1 and your draft of %2</source>
        <translation>%1 与您的草稿（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n to Decide</source>
        <translation>
            <numerusform>还有 %n 处待定</numerusform>
        </translation>
    </message>
    <message>
        <source>Use as Draft</source>
        <translation>用作草稿</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide: go to the next</source>
        <translation>
            <numerusform>还有 %n 处待定：转到下一处</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the merged text as draft</source>
        <translation>将合并后的文本用作草稿</translation>
    </message>
    <message>
        <source>%1 of %2 left to decide</source>
        <translation>共 %2 处冲突，还有 %1 处待定</translation>
    </message>
    <message numerus="yes">
        <source>All %n decided</source>
        <translation>
            <numerusform>%n 处已全部确定</numerusform>
        </translation>
    </message>
    <message>
        <source>Merges cleanly: %1 changed %2, you changed %3</source>
        <extracomment>Nothing has to be decided. %1: &quot;v19&quot;, %2 and %3 are numbers of places in the code.</extracomment>
        <translation>没有冲突：%1 改动了 %2，您改动了 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>The caret is in no conflict; F7 goes to the next.</source>
        <translation>光标不在冲突处，按 F7 转到下一处。</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>已没有待定的冲突。</translation>
    </message>
    <message>
        <source>Conflict %1 of %2</source>
        <translation>第 %1 处冲突，共 %2 处</translation>
    </message>
    <message>
        <source>%1 · decided</source>
        <translation>%1 · 已确定</translation>
    </message>
    <message>
        <source>%1 · mine: %2, theirs: %3, base: %4</source>
        <translation>%1 · 我的：%2，对方：%3，基准版本：%4</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Their Change</source>
        <translation>对方的改动</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的改动</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合并结果</translation>
    </message>
    <message>
        <source>Show their change</source>
        <translation>显示对方的改动</translation>
    </message>
    <message>
        <source>Show my change</source>
        <translation>显示我的改动</translation>
    </message>
    <message>
        <source>Show both together</source>
        <translation>显示双方改动合并后的结果</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基准版本</translation>
    </message>
    <message>
        <source>Take mine for this conflict</source>
        <translation>此处冲突采用我的改动</translation>
    </message>
    <message>
        <source>Take theirs for this conflict</source>
        <translation>此处冲突采用对方的改动</translation>
    </message>
    <message>
        <source>Take both for this conflict, mine first</source>
        <translation>此处冲突两者都采用，我的在前</translation>
    </message>
    <message>
        <source>Take the base for this conflict</source>
        <translation>此处冲突采用基准版本</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>上一处冲突</translation>
    </message>
    <message>
        <source>Previous conflict (Shift+F7)</source>
        <translation>上一处冲突 (Shift+F7)</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>下一处冲突</translation>
    </message>
    <message>
        <source>Next conflict (F7)</source>
        <translation>下一处冲突 (F7)</translation>
    </message>
    <message>
        <source>Mark as Decided</source>
        <translation>标记为已确定</translation>
    </message>
    <message>
        <source>Mark this conflict as decided</source>
        <translation>将此处冲突标记为已确定</translation>
    </message>
    <message>
        <source>Keeps what stands there without the lines that frame it (Alt+5)</source>
        <translation>保留现有内容，去掉标示冲突的行 (Alt+5)</translation>
    </message>
</context>
<context>
    <name>edgewright::MergeChoices</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基准版本</translation>
    </message>
    <message>
        <source>Conflict %1: take mine</source>
        <translation>第 %1 处冲突：采用我的</translation>
    </message>
    <message>
        <source>Conflict %1: take theirs</source>
        <translation>第 %1 处冲突：采用对方的</translation>
    </message>
    <message>
        <source>Conflict %1: take both</source>
        <translation>第 %1 处冲突：两者都采用</translation>
    </message>
    <message>
        <source>Conflict %1: take the base</source>
        <translation>第 %1 处冲突：采用基准版本</translation>
    </message>
    <message>
        <source>Choices for conflict %1</source>
        <translation>第 %1 处冲突的选项</translation>
    </message>
</context>
<context>
    <name>edgewright::MergeController</name>
    <message>
        <source>Open the draft of “%1”, then merge again.</source>
        <translation>请先打开“%1”的草稿，再重新合并。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>%1 cannot be merged.</source>
        <translation>%1 无法合并。</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>没有版本</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>The draft was changed since this merge began; nothing was replaced.</source>
        <translation>合并开始后草稿有改动，没有替换任何内容。</translation>
    </message>
    <message>
        <source>The draft was closed; open it again, then finish the merge.</source>
        <translation>草稿已关闭；请重新打开，再完成合并。</translation>
    </message>
    <message>
        <source>Merge Again</source>
        <translation>重新合并</translation>
    </message>
    <message>
        <source>%1 is merged into the draft, which is based on it now. Nothing was sent; Undo brings the draft back as it was.</source>
        <translation>%1 已合并到草稿，草稿现在基于它。没有发送任何请求；撤销即可恢复原来的草稿。</translation>
    </message>
    <message>
        <source>%1: merge %2</source>
        <extracomment>The tab of a merge: routine and version, &quot;ab-checkout: merge v19&quot;</extracomment>
        <translation>%1：合并 %2</translation>
    </message>
    <message>
        <source>%1 merged into the draft</source>
        <translation>%1 已合并到草稿</translation>
    </message>
</context>
<context>
    <name>edgewright::MergeDocument</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基准版本</translation>
    </message>
    <message>
        <source>Base %1</source>
        <translation>基准版本 %1</translation>
    </message>
    <message>
        <source>Theirs %1</source>
        <translation>对方 %1</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已确定</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>%1 −</source>
        <extracomment>Beside the line where lines were taken out; %1 is whose change it is</extracomment>
        <translation>%1 −</translation>
    </message>
</context>
<context>
    <name>edgewright::MergeView</name>
    <message>
        <source>A line that framed a conflict is left in the text.</source>
        <translation>文本中还留有标示冲突的行。</translation>
    </message>
</context>
<context>
    <name>edgewright::MessageBar</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Show error details</source>
        <translation>显示错误详情</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Copy error details</source>
        <translation>复制错误详情</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>错误详情</translation>
    </message>
</context>
<context>
    <name>edgewright::MoveController</name>
    <message>
        <source>The sandbox on this computer</source>
        <translation>这台电脑上的沙箱</translation>
    </message>
    <message>
        <source>Copy “%1” to…</source>
        <translation>将“%1”复制到…</translation>
    </message>
    <message>
        <source>Starting the sandbox…</source>
        <translation>正在启动沙箱…</translation>
    </message>
    <message>
        <source>The routine is in this account already.</source>
        <translation>该函数已在此账号中。</translation>
    </message>
    <message>
        <source>Choose another account, or the other service above.</source>
        <translation>请选择其他账号，或上方的另一种服务。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询站点：%1…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Copying %1…</source>
        <translation>正在复制 %1…</translation>
    </message>
    <message>
        <source>Reading both sides…</source>
        <translation>正在读取两侧…</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n version(s) are there; copying again goes on where it stopped.</source>
        <translation>
            <numerusform>已停止。对方已有 %n 个版本；再次复制会从中断处继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) are there, each read back: the bytes are the same.</source>
        <translation>
            <numerusform>对方已有 %n 个版本，均已读回确认，逐字节相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing on the other side to compare with.</source>
        <translation>另一侧没有可比较的内容。</translation>
    </message>
    <message>
        <source>%1 in the other account</source>
        <translation>对方账号中的 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::MoveMarks</name>
    <message>
        <source>moved to line %1</source>
        <translation>移到第 %1 行</translation>
    </message>
    <message>
        <source>moved from line %1</source>
        <translation>从第 %1 行移来</translation>
    </message>
</context>
<context>
    <name>edgewright::NameConfirmation</name>
    <message>
        <source>%1. To publish all the same, type the routine&apos;s name: %2</source>
        <extracomment>%1 says what is wrong, %2 is the name</extracomment>
        <translation>%1。如仍要发布，请输入函数名称：%2</translation>
    </message>
    <message>
        <source>A check failed</source>
        <translation>有检查未通过</translation>
    </message>
    <message>
        <source>The routine&apos;s name, to publish in spite of a failed check</source>
        <translation>函数名称，用于在检查未通过时仍然发布</translation>
    </message>
</context>
<context>
    <name>edgewright::NewRoutineDialog</name>
    <message>
        <source>Creating %1…</source>
        <translation>正在创建 %1…</translation>
    </message>
    <message>
        <source>%1 to %2 characters: lower-case letters, digits and hyphens. The name cannot be changed later.</source>
        <translation>%1 到 %2 个字符，可使用小写字母、数字和连字符。名称创建后不可修改。</translation>
    </message>
    <message>
        <source>New Routine</source>
        <translation>新建函数</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the routine</source>
        <translation>函数名称</translation>
    </message>
    <message>
        <source>&amp;Description (optional)</source>
        <translation>描述（可选）(&amp;D)</translation>
    </message>
    <message>
        <source>Description of the routine</source>
        <translation>函数描述</translation>
    </message>
    <message>
        <source>New routine</source>
        <translation>新建函数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the new routine</source>
        <translation>取消新建函数</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Create the routine</source>
        <translation>创建函数</translation>
    </message>
</context>
<context>
    <name>edgewright::ObjectUpload</name>
    <message>
        <source>The service&apos;s upload permission cannot be used.</source>
        <translation>服务端返回的上传凭证不可用。</translation>
    </message>
    <message>
        <source>Save the version again; a new upload permission is requested then.</source>
        <translation>请重新保存版本，届时会申请新的上传凭证。</translation>
    </message>
    <message>
        <source>The upload permission has expired; nothing was sent.</source>
        <translation>上传凭证已过期，未发送任何内容。</translation>
    </message>
    <message>
        <source>The service named an upload address that is not one of its object store; nothing was sent there.</source>
        <translation>服务端给出的上传地址不属于对象存储（OSS），未发送任何内容。</translation>
    </message>
    <message>
        <source>Check the endpoint. If it is right, report this to the service&apos;s operator.</source>
        <translation>请检查接入点；若无误，请向服务提供方反馈。</translation>
    </message>
</context>
<context>
    <name>edgewright::ProbeAnswer</name>
    <message>
        <source>%1 that are not text.</source>
        <translation>%1 的非文本内容。</translation>
    </message>
    <message>
        <source>[the rest was left off]</source>
        <translation>[其余内容已省略]</translation>
    </message>
</context>
<context>
    <name>edgewright::ProbeClient</name>
    <message>
        <source>its certificate is for %1.</source>
        <translation>其证书属于 %1。</translation>
    </message>
    <message>
        <source>its certificate has expired.</source>
        <translation>其证书已过期。</translation>
    </message>
    <message>
        <source>its certificate is not valid yet.</source>
        <translation>其证书尚未生效。</translation>
    </message>
    <message>
        <source>its certificate was revoked.</source>
        <translation>其证书已被吊销。</translation>
    </message>
    <message>
        <source>it showed no certificate.</source>
        <translation>对方没有出示证书。</translation>
    </message>
    <message>
        <source>nobody this computer trusts vouches for its certificate.</source>
        <translation>其证书不是由这台电脑信任的机构签发的。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>%1 sent something that is not a whole HTTP answer.</source>
        <translation>%1 返回的不是完整的 HTTP 响应。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 没有响应就关闭了连接。</translation>
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation>未能及时连接到 %1。</translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation>请检查网络连接后重试。</translation>
    </message>
    <message>
        <source>%1 did not send its whole answer in time.</source>
        <translation>%1 未能及时返回完整的响应。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer arrived.</source>
        <translation>在收到响应之前，与 %1 的连接已断开。</translation>
    </message>
    <message>
        <source>Check the address and the network connection.</source>
        <translation>请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>No server of the name %1 was found.</source>
        <translation>找不到名为 %1 的服务器。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 拒绝了连接。</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>无法连接到 %1。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>%1 could not prove that it is %2: %3</source>
        <translation>%1 无法证明自己是 %2：%3</translation>
    </message>
    <message>
        <source>Nothing was sent there. If your network inspects encrypted traffic, add its certificate to the system.</source>
        <translation>没有向对方发送任何内容。如果您的网络会检查加密流量，请将其证书添加到系统中。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>edgewright::ProbeController</name>
    <message>
        <source>Staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Open a routine first.</source>
        <translation>请先打开一个函数。</translation>
    </message>
    <message>
        <source>This service has no test links.</source>
        <translation>该服务没有测试链接。</translation>
    </message>
    <message>
        <source>Waiting for %1…</source>
        <translation>正在等待%1…</translation>
    </message>
    <message>
        <source>Waiting for both environments…</source>
        <translation>正在等待两个环境…</translation>
    </message>
    <message>
        <source>Production and staging give the same answer; dates, ages and ids of the requests are left out.</source>
        <translation>生产环境与测试环境的响应相同（已忽略日期、缓存时间和请求 ID）。</translation>
    </message>
    <message>
        <source>The request is in the clipboard as a curl command.</source>
        <translation>请求已作为 curl 命令复制到剪贴板。</translation>
    </message>
    <message>
        <source>The test link was handed to the browser.</source>
        <translation>测试链接已交给浏览器打开。</translation>
    </message>
    <message>
        <source>A browser does not find the hosts of the sandbox; the link is in the clipboard.</source>
        <translation>浏览器无法访问沙箱的域名；链接已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The test link is in the clipboard. Whoever has it can open the routine&apos;s own host for an hour.</source>
        <translation>测试链接已复制到剪贴板。持有链接的人在一小时内可以打开该函数的默认域名。</translation>
    </message>
</context>
<context>
    <name>edgewright::ProbeRequest</name>
    <message>
        <source>That is not a complete address.</source>
        <translation>地址不完整。</translation>
    </message>
    <message>
        <source>Write it as https://www.example.com/path.</source>
        <translation>请写成 https://www.example.com/path 的形式。</translation>
    </message>
    <message>
        <source>Only addresses with https:// or http:// can be asked.</source>
        <translation>只能请求以 https:// 或 http:// 开头的地址。</translation>
    </message>
    <message>
        <source>The address holds a user name or a password.</source>
        <translation>地址中包含用户名或密码。</translation>
    </message>
    <message>
        <source>Take it out; an Authorization header can carry it if you want that.</source>
        <translation>请将其去掉；如有需要，可以放在 Authorization 请求头中。</translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>地址过长。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a header.</source>
        <translation>“%1”不是有效的请求头名称。</translation>
    </message>
    <message>
        <source>The header %1 follows from the request and cannot be set.</source>
        <translation>请求头 %1 由请求自动生成，不能设置。</translation>
    </message>
    <message>
        <source>The value of the header %1 holds a control character.</source>
        <translation>请求头 %1 的值包含控制字符。</translation>
    </message>
    <message>
        <source>That is not a method that can be sent.</source>
        <translation>无法发送这种请求方法。</translation>
    </message>
    <message>
        <source>These are more headers than can be sent.</source>
        <translation>请求头过多，无法发送。</translation>
    </message>
    <message>
        <source>The headers are larger than can be sent.</source>
        <translation>请求头过大，无法发送。</translation>
    </message>
    <message>
        <source>“%1” is not a header.</source>
        <translation>“%1”不是请求头。</translation>
    </message>
    <message>
        <source>Write one a line: name, colon, value.</source>
        <translation>每行写一个：名称、冒号、值。</translation>
    </message>
</context>
<context>
    <name>edgewright::ProbeTargets</name>
    <message>
        <source>The addresses of staging could not be read.</source>
        <translation>无法读取测试环境的地址。</translation>
    </message>
    <message>
        <source>The service names no address that serves staging.</source>
        <translation>服务端没有给出测试环境的地址。</translation>
    </message>
    <message>
        <source>The test token could not be read.</source>
        <translation>无法读取测试令牌。</translation>
    </message>
    <message>
        <source>The service sent no usable test token.</source>
        <translation>服务端返回的测试令牌不可用。</translation>
    </message>
    <message>
        <source>The service names no host that a test link could open.</source>
        <translation>服务端没有给出测试链接可以打开的域名。</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishChecker</name>
    <message>
        <source>There was no answer in time.</source>
        <translation>未能及时收到响应。</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>另一个版本</translation>
    </message>
    <message>
        <source>Code on the service: the version is not there any more</source>
        <translation>服务端的代码：该版本已不存在</translation>
    </message>
    <message>
        <source>Somebody may have deleted it; save its code as a version again to publish it.</source>
        <translation>可能已被他人删除；如需发布，请将其代码重新保存为版本。</translation>
    </message>
    <message>
        <source>the split %1</source>
        <extracomment>%1 are several versions with their shares</extracomment>
        <translation>分流 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishChecks</name>
    <message>
        <source>%1: could not be checked</source>
        <extracomment>%1 is what was to be looked at, such as &quot;Code on the service&quot;</extracomment>
        <translation>%1：无法检查</translation>
    </message>
    <message>
        <source>Syntax: line %L1: %2</source>
        <extracomment>%L1 is a line number, %2 what is wrong there</extracomment>
        <translation>语法：第 %L1 行：%2</translation>
    </message>
    <message>
        <source>The code will most likely not run.</source>
        <translation>代码很可能无法运行。</translation>
    </message>
    <message>
        <source>Syntax: no “export default” and no “fetch” listener was found</source>
        <translation>语法：没有找到“export default”或“fetch”监听器</translation>
    </message>
    <message>
        <source>Without one of them requests get no answer from the code.</source>
        <translation>两者都没有时，请求得不到代码的响应。</translation>
    </message>
    <message>
        <source>Syntax: brackets, strings and comments close</source>
        <translation>语法：括号、字符串和注释都已闭合</translation>
    </message>
    <message>
        <source>The code is not run; only what can be told by reading is checked.</source>
        <translation>不会运行代码，只检查静态可见的问题。</translation>
    </message>
    <message>
        <source>Characters: none that disguise the code</source>
        <translation>字符：没有伪装代码的字符</translation>
    </message>
    <message>
        <source>Characters: line %L1 holds %2</source>
        <extracomment>%L1 is a line number, %2 &quot;U+202E RIGHT-TO-LEFT OVERRIDE&quot;</extracomment>
        <translation>字符：第 %L1 行含有 %2</translation>
    </message>
    <message>
        <source>It may run otherwise than it reads.</source>
        <translation>实际运行的内容可能与看到的不同。</translation>
    </message>
    <message>
        <source>It looks like a blank and is none.</source>
        <translation>看起来像空格，但不是空格。</translation>
    </message>
    <message>
        <source>Code on the service: %1</source>
        <translation>服务端的代码：%1</translation>
    </message>
    <message>
        <source>Code on the service: it is not what this computer has archived</source>
        <translation>服务端的代码：与这台电脑的存档不一致</translation>
    </message>
    <message>
        <source>The service answers %L1 bytes, archived are %L2.</source>
        <translation>服务端返回 %L1 字节，存档为 %L2 字节。</translation>
    </message>
    <message>
        <source>Code on the service: read back, same bytes as archived</source>
        <translation>服务端的代码：已读回，与存档逐字节一致</translation>
    </message>
    <message>
        <source>Code on the service: read back, it is code</source>
        <translation>服务端的代码：已读回，是可用的代码</translation>
    </message>
    <message>
        <source>Staging: these bytes were never seen there</source>
        <translation>测试环境：这份代码从未在测试环境上线</translation>
    </message>
    <message>
        <source>Staging: live there now</source>
        <extracomment>%1 is &quot;2 h&quot;</extracomment>
        <translation>测试环境：目前在线上</translation>
    </message>
    <message>
        <source>Staging: live there for %1</source>
        <translation>测试环境：已在线上 %1</translation>
    </message>
    <message>
        <source>Staging: was live there</source>
        <translation>测试环境：曾在线上</translation>
    </message>
    <message>
        <source>Staging: was live there for %1</source>
        <translation>测试环境：曾在线上 %1</translation>
    </message>
    <message>
        <source>Way back: nothing is live there yet</source>
        <translation>回退点：目前没有线上版本</translation>
    </message>
    <message>
        <source>Way back: no earlier version had all the traffic</source>
        <translation>回退点：此前没有承接过全部流量的版本</translation>
    </message>
    <message>
        <source>Way back: %1 is on the service</source>
        <translation>回退点：%1 在服务端</translation>
    </message>
    <message>
        <source>Way back: %1 is only on this computer</source>
        <translation>回退点：%1 仅存本地</translation>
    </message>
    <message>
        <source>Going back would upload it again first.</source>
        <translation>回滚时会先重新上传。</translation>
    </message>
    <message>
        <source>Way back: the code of %1 is nowhere any more</source>
        <translation>回退点：%1 的代码已无处可寻</translation>
    </message>
    <message>
        <source>Nobody else: nothing new on the service (%1)</source>
        <extracomment>%1 is &quot;checked 3 s ago&quot;</extracomment>
        <translation>他人改动：服务端没有新的改动（%1）</translation>
    </message>
    <message>
        <source>Somebody else saved %1</source>
        <translation>他人保存了 %1</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>另一个版本</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Changed from here meanwhile: live is %1</source>
        <extracomment>%1 is one version or several with their shares</extracomment>
        <translation>期间在本机有改动：线上为 %1</translation>
    </message>
    <message>
        <source>Somebody else published: live is %1</source>
        <translation>他人已发布：线上为 %1</translation>
    </message>
    <message>
        <source>Split: none is running</source>
        <translation>分流：没有正在进行的分流</translation>
    </message>
    <message>
        <source>Split: %1 would end</source>
        <translation>分流：%1 将结束</translation>
    </message>
    <message>
        <source>One version gets all the traffic then.</source>
        <translation>之后全部流量由一个版本承接。</translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved without any; production&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>环境变量：%1 保存时未附带变量，生产环境的 %n 个变量不会生效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved without any; staging&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>环境变量：%1 保存时未附带变量，测试环境的 %n 个变量不会生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Variables: %1 was saved with those of staging, which would take effect in production.</source>
        <translation>环境变量：%1 保存时附带的是测试环境的变量，它们会在生产环境生效。</translation>
    </message>
    <message>
        <source>Variables: %1 was saved with those of production, which would take effect in staging.</source>
        <translation>环境变量：%1 保存时附带的是生产环境的变量，它们会在测试环境生效。</translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved with those of staging; production&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>环境变量：%1 保存时附带的是测试环境的变量，生产环境的 %n 个变量不会生效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved with those of production; staging&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>环境变量：%1 保存时附带的是生产环境的变量，测试环境的 %n 个变量不会生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the code as a new version for production.</source>
        <translation>请将代码为生产环境重新保存为版本。</translation>
    </message>
    <message>
        <source>Save the code as a new version for staging.</source>
        <translation>请将代码为测试环境重新保存为版本。</translation>
    </message>
    <message numerus="yes">
        <source>Variables: %n of staging missing in production: %1</source>
        <extracomment>%1 are names of variables</extracomment>
        <translation>
            <numerusform>环境变量：测试环境有 %n 个变量在生产环境中缺失：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %n of production missing in staging: %1</source>
        <translation>
            <numerusform>环境变量：生产环境有 %n 个变量在测试环境中缺失：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Variables: there are none</source>
        <translation>环境变量：没有</translation>
    </message>
    <message numerus="yes">
        <source>Variables: %n there</source>
        <translation>
            <numerusform>环境变量：共 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Variables: production has all that staging has</source>
        <translation>环境变量：测试环境有的，生产环境都有</translation>
    </message>
    <message>
        <source>Variables: staging has all that production has</source>
        <translation>环境变量：生产环境有的，测试环境都有</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>语法</translation>
    </message>
    <message>
        <source>Code on the service</source>
        <translation>服务端的代码</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>回退点</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>他人改动</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分流</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <comment>seconds</comment>
        <translation>%L1 秒</translation>
    </message>
    <message>
        <source>%L1 min</source>
        <comment>minutes</comment>
        <translation>%L1 分钟</translation>
    </message>
    <message>
        <source>%L1 h</source>
        <comment>hours</comment>
        <translation>%L1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>checked just now</source>
        <extracomment>%1 is &quot;3 s&quot;</extracomment>
        <translation>刚刚检查过</translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <translation>%1 前检查过</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishController</name>
    <message>
        <source>%1 is live in production, confirmed by reading it back.</source>
        <translation>%1 已发布到生产环境，并已读回确认。</translation>
    </message>
    <message>
        <source>%1 is live in staging, confirmed by reading it back.</source>
        <translation>%1 已发布到测试环境，并已读回确认。</translation>
    </message>
    <message>
        <source>Select the version to publish in the list on the right.</source>
        <translation>请在右侧列表中选择要发布的版本。</translation>
    </message>
    <message>
        <source>The staging slot cannot be published; save the code as a version first.</source>
        <translation>暂存区不能直接发布，请先将代码保存为版本。</translation>
    </message>
    <message>
        <source>That version is not in the list. Refresh, then publish again.</source>
        <translation>列表中没有该版本。请刷新后重新发布。</translation>
    </message>
    <message>
        <source>%1 is not published yet.</source>
        <translation>%1 尚未发布。</translation>
    </message>
    <message>
        <source>Back to Publish…</source>
        <translation>返回发布…</translation>
    </message>
    <message>
        <source>Stopped; nothing was published.</source>
        <translation>已停止，没有发布任何内容。</translation>
    </message>
    <message>
        <source>It could not be written into the ledger before it was sent.</source>
        <translation>发送之前未能写入台账。</translation>
    </message>
    <message>
        <source>%1 is only on this computer: use its code as draft and save that as a version to publish it.</source>
        <translation>%1 只在这台电脑上：要发布它，请将其代码用作草稿并保存为版本。</translation>
    </message>
    <message>
        <source>Look at what is live before publishing again.</source>
        <translation>再次发布前请先查看线上状态。</translation>
    </message>
    <message>
        <source>Somebody else was faster: decide on that first.</source>
        <translation>他人已抢先：请先处理。</translation>
    </message>
    <message>
        <source>The draft is not published yet.</source>
        <translation>草稿尚未发布。</translation>
    </message>
    <message>
        <source>The draft was closed; nothing was published.</source>
        <translation>草稿已关闭，没有发布任何内容。</translation>
    </message>
    <message>
        <source>Looking whether somebody else was faster…</source>
        <translation>正在查看他人是否已抢先…</translation>
    </message>
    <message>
        <source>What is on the service now could not be read, so nothing was sent.</source>
        <translation>无法读取服务端的现状，没有发送任何请求。</translation>
    </message>
    <message>
        <source>Somebody else was faster, so nothing was sent.</source>
        <translation>他人已抢先，没有发送任何请求。</translation>
    </message>
    <message>
        <source>Stopped: the draft was saved as a version; nothing was published.</source>
        <translation>已停止：草稿已保存为版本，没有发布任何内容。</translation>
    </message>
    <message>
        <source>the new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>The new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>%1 gets %2 % of production, confirmed by reading it back.</source>
        <extracomment>%1 is a version, %2 a number</extracomment>
        <translation>%1 占生产环境流量的 %2 %，已读回确认。</translation>
    </message>
    <message>
        <source>%1 gets %2 % of staging, confirmed by reading it back.</source>
        <translation>%1 占测试环境流量的 %2 %，已读回确认。</translation>
    </message>
    <message>
        <source>%1 was deleted from the service meanwhile, so nothing was sent.</source>
        <translation>%1 已被从服务端删除，没有发送任何请求。</translation>
    </message>
    <message>
        <source>Its code is in the archive: use it as draft and publish that.</source>
        <translation>其代码在存档中：可先用作草稿，再发布。</translation>
    </message>
    <message>
        <source>Publish another version instead.</source>
        <translation>请发布其他版本。</translation>
    </message>
    <message>
        <source>%1 was saved, but it was not published.</source>
        <translation>%1 已保存，但未发布。</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishDraftFlow</name>
    <message>
        <source>the new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>The version was saved, but it was not published.</source>
        <translation>版本已保存，但没有发布。</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishFacts</name>
    <message>
        <source>being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>could not be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>What is live is being read…</source>
        <translation>正在读取线上状态…</translation>
    </message>
    <message>
        <source>Nothing is live there yet, so all of it is new.</source>
        <translation>目前没有线上版本，全部内容都是新增。</translation>
    </message>
    <message>
        <source>Reading the code…</source>
        <translation>正在读取代码…</translation>
    </message>
    <message>
        <source>The code of %1 cannot be compared: %2</source>
        <extracomment>%1 is a version, %2 why</extracomment>
        <translation>无法比较 %1 的代码：%2</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishFlow</name>
    <message>
        <source>Checking the code…</source>
        <translation>正在检查代码…</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>Reading what is live now…</source>
        <translation>正在读取线上状态…</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>There is no environment “%1”.</source>
        <translation>环境“%1”不存在。</translation>
    </message>
    <message>
        <source>Traffic cannot be shared out like this.</source>
        <translation>流量比例设置无效。</translation>
    </message>
    <message numerus="yes">
        <source>Shares of up to %n version(s) must add up to 100 %.</source>
        <translation>
            <numerusform>最多可分给 %n 个版本，流量比例之和须为 100%。</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing was cancelled; nothing was changed.</source>
        <translation>发布已取消，未作任何改动。</translation>
    </message>
    <message>
        <source>The account was left while publishing; look at what is live before publishing again.</source>
        <translation>发布过程中账号已断开；再次发布前请先确认线上状态。</translation>
    </message>
    <message>
        <source>What is live could not be read; nothing was published.</source>
        <translation>无法读取线上状态，未发布。</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>未发布。</translation>
    </message>
    <message>
        <source>The answer was lost, so it is unknown whether it was published; look at what is live before publishing again.</source>
        <translation>未收到响应，无法确定是否已发布；再次发布前请先确认线上状态。</translation>
    </message>
    <message>
        <source>It was published, but what is live now could not be read.</source>
        <translation>已发布，但无法读取当前线上状态。</translation>
    </message>
    <message>
        <source>The answer was lost; nothing was published.</source>
        <translation>未收到响应；经核对，未发布。</translation>
    </message>
    <message>
        <source>Live in %1 now: %2.</source>
        <extracomment>%1 is the name of a canary region, %2 versions with their shares</extracomment>
        <translation>%1 环境当前线上：%2。</translation>
    </message>
    <message>
        <source>The answer was lost, and something else was published meanwhile.</source>
        <translation>未收到响应，且期间有其他版本被发布。</translation>
    </message>
    <message>
        <source>It was published, but something else is live.</source>
        <translation>已发布，但线上运行的是其他版本。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This service has no production environment.</source>
        <translation>该服务没有生产环境。</translation>
    </message>
    <message>
        <source>This service has no staging environment.</source>
        <translation>该服务没有测试环境。</translation>
    </message>
    <message>
        <source>Live in production now: %1.</source>
        <extracomment>%1 is one version or several with their shares</extracomment>
        <translation>生产环境当前运行：%1。</translation>
    </message>
    <message>
        <source>Live in staging now: %1.</source>
        <extracomment>%1 is one version or several with their shares</extracomment>
        <translation>测试环境当前运行：%1。</translation>
    </message>
    <message>
        <source>Something else was published meanwhile, so nothing was sent.</source>
        <translation>期间有其他内容被发布，因此没有发送任何请求。</translation>
    </message>
    <message>
        <source>The service took the publication, but what was live before still is.</source>
        <translation>服务端已接受发布，但线上仍是之前的版本。</translation>
    </message>
    <message>
        <source>Look at what is live in a moment, before publishing again.</source>
        <translation>请稍后查看线上状态，再决定是否重新发布。</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishRun</name>
    <message>
        <source>Save as a version</source>
        <translation>保存为版本</translation>
    </message>
    <message>
        <source>Read back and compare</source>
        <translation>读回并核对</translation>
    </message>
    <message>
        <source>Check what is live</source>
        <translation>检查线上状态</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Read what is live</source>
        <translation>读取线上状态</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishSheet</name>
    <message>
        <source>%1: %2 goes live</source>
        <comment>routine: version</comment>
        <translation>%1：%2 上线</translation>
    </message>
    <message>
        <source>%1: live %2 → %3</source>
        <comment>routine: shares → version</comment>
        <translation>%1：线上 %2 → %3</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 for all traffic</source>
        <translation>%1 承接全部流量</translation>
    </message>
    <message>
        <source>%1 is already live in production.</source>
        <translation>%1 已在生产环境运行。</translation>
    </message>
    <message>
        <source>A split is running: %1. Publishing ends it and gives all traffic to %2.</source>
        <translation>正在按比例分流：%1。发布后将结束分流，全部流量由 %2 承接。</translation>
    </message>
    <message>
        <source>There is nothing else live to compare with.</source>
        <translation>没有其他线上版本可供比较。</translation>
    </message>
    <message>
        <source>Publish %1 to Production</source>
        <translation>将 %1 发布到生产环境</translation>
    </message>
    <message>
        <source>Publish %1 to Staging</source>
        <translation>将 %1 发布到测试环境</translation>
    </message>
    <message>
        <source>Publish to</source>
        <translation>发布到</translation>
    </message>
    <message>
        <source>&amp;Staging</source>
        <translation>测试环境(&amp;S)</translation>
    </message>
    <message>
        <source>Publish to staging</source>
        <translation>发布到测试环境</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>生产环境(&amp;P)</translation>
    </message>
    <message>
        <source>Publish to production</source>
        <translation>发布到生产环境</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>当前线上</translation>
    </message>
    <message>
        <source>Live afterwards</source>
        <translation>发布后</translation>
    </message>
    <message>
        <source>%1 is already live in staging.</source>
        <translation>%1 已在测试环境运行。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Reason for publishing</source>
        <translation>发布原因</translation>
    </message>
    <message>
        <source>Optional; stays in the ledger on this computer</source>
        <translation>可不填；只保存在这台电脑的台账中</translation>
    </message>
    <message>
        <source>nothing routes to it yet</source>
        <translation>暂时没有路由指向它</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>after a list of routes</extracomment>
        <translation>
            <numerusform>%1 等另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks</source>
        <extracomment>%1 is &quot;all passed&quot; or &quot;1 failed · 2 to note&quot;</extracomment>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checks: %1</source>
        <translation>检查：%1</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Save and Give It %1 % of Production</source>
        <translation>保存并分给它生产环境 %1 % 的流量</translation>
    </message>
    <message>
        <source>Save and Give It %1 % of Staging</source>
        <translation>保存并分给它测试环境 %1 % 的流量</translation>
    </message>
    <message>
        <source>Give %1 %2 % of Production</source>
        <extracomment>%1 is a version, %2 a number</extracomment>
        <translation>%1 占生产环境的 %2 %</translation>
    </message>
    <message>
        <source>Give %1 %2 % of Staging</source>
        <translation>%1 占测试环境的 %2 %</translation>
    </message>
    <message>
        <source>Save and Publish to Production</source>
        <translation>保存并发布到生产环境</translation>
    </message>
    <message>
        <source>Save and Publish to Staging</source>
        <translation>保存并发布到测试环境</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>%1 and %2 are versions, the first is live</extracomment>
        <translation>改动</translation>
    </message>
    <message>
        <source>Changes: %1 → %2</source>
        <translation>改动：%1 → %2</translation>
    </message>
    <message>
        <source>The bytes are the same.</source>
        <translation>逐字节相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) not shown here</source>
        <translation>
            <numerusform>还有 %n 行未在此显示</numerusform>
        </translation>
    </message>
    <message>
        <source>What is live is still being read.</source>
        <translation>正在读取线上状态。</translation>
    </message>
    <message>
        <source>A check failed: type the routine&apos;s name first.</source>
        <translation>有检查未通过，请先输入函数名称。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Description of the version to be published</source>
        <translation>待发布版本的描述</translation>
    </message>
    <message>
        <source>What changed, in a few words</source>
        <translation>简要说明改动内容</translation>
    </message>
    <message>
        <source>What publishing would change</source>
        <translation>发布带来的改动</translation>
    </message>
    <message>
        <source>Show All Changes</source>
        <translation>查看全部改动</translation>
    </message>
    <message>
        <source>Show all that publishing would change</source>
        <translation>查看发布带来的全部改动</translation>
    </message>
    <message>
        <source>the draft, as a new version, for all traffic</source>
        <translation>草稿保存为新版本，承接全部流量</translation>
    </message>
    <message>
        <source>the draft, as a new version, for %1 % of the traffic; %2 keeps %3 %</source>
        <extracomment>%1 and %3 are numbers, %2 is a version</extracomment>
        <translation>草稿保存为新版本，承接 %1 % 的流量；%2 保留 %3 %</translation>
    </message>
    <message>
        <source>%1 for %2 % of the traffic; %3 keeps %4 %</source>
        <extracomment>%1 and %3 are versions, %2 and %4 numbers</extracomment>
        <translation>%1 承接 %2 % 的流量；%3 保留 %4 %</translation>
    </message>
    <message>
        <source>no visitors: only requests sent to staging itself, for %1</source>
        <extracomment>%1 are routes</extracomment>
        <translation>不影响访客：仅限直接发往测试环境的请求，路由为 %1</translation>
    </message>
    <message>
        <source>%1 is already live in staging. Choose Production to publish it there.</source>
        <translation>%1 已在测试环境上线。如要发布到生产环境，请选择“生产环境”。</translation>
    </message>
</context>
<context>
    <name>edgewright::PublishedBar</name>
    <message>
        <source>before: %1</source>
        <extracomment>%1 is a version or several with their shares</extracomment>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>replaced %1</source>
        <translation>替换了 %1</translation>
    </message>
    <message>
        <source>%1 is live in production</source>
        <translation>%1 已在生产环境上线</translation>
    </message>
    <message>
        <source>%1 is live on staging</source>
        <translation>%1 已在测试环境上线</translation>
    </message>
    <message>
        <source>Production is shared: %1</source>
        <extracomment>%1 are several versions with their shares</extracomment>
        <translation>生产环境已分流：%1</translation>
    </message>
    <message>
        <source>Staging is shared: %1</source>
        <translation>测试环境已分流：%1</translation>
    </message>
    <message>
        <source>%1, confirmed by reading it back</source>
        <extracomment>%1 is &quot;v7 is live in production&quot;</extracomment>
        <translation>%1，已读回确认</translation>
    </message>
    <message>
        <source>Undo: Put %1 Back into Production…</source>
        <translation>撤销：将 %1 放回生产环境…</translation>
    </message>
    <message>
        <source>Undo: Put %1 Back on Staging…</source>
        <translation>撤销：将 %1 放回测试环境…</translation>
    </message>
    <message>
        <source>Roll Back Production to %1…</source>
        <translation>生产环境回滚到 %1…</translation>
    </message>
    <message>
        <source>Roll Back Staging to %1…</source>
        <translation>测试环境回滚到 %1…</translation>
    </message>
    <message>
        <source>Publish %1 to Production…</source>
        <translation>将 %1 发布到生产环境…</translation>
    </message>
    <message>
        <source>Published to production</source>
        <translation>已发布到生产环境</translation>
    </message>
    <message>
        <source>Published to staging</source>
        <translation>已发布到测试环境</translation>
    </message>
</context>
<context>
    <name>edgewright::QuestionDialog</name>
    <message>
        <source>Details of the question</source>
        <translation>问题详情</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>请输入 %1 以确认：</translation>
    </message>
</context>
<context>
    <name>edgewright::RecordedCall</name>
    <message>
        <source>The answer was lost; the version was not deleted.</source>
        <translation>应答丢失；该版本未被删除。</translation>
    </message>
    <message>
        <source>The answer was lost; nothing was changed.</source>
        <translation>应答丢失；未做任何更改。</translation>
    </message>
    <message>
        <source>The answer was lost, so it is unknown whether the version was deleted; refresh before trying again.</source>
        <translation>应答丢失，无法得知该版本是否已删除；再试之前请先刷新。</translation>
    </message>
    <message>
        <source>The answer was lost, so it is unknown whether anything was changed; refresh before trying again.</source>
        <translation>应答丢失，无法得知是否有更改；再试之前请先刷新。</translation>
    </message>
</context>
<context>
    <name>edgewright::RegionFlow</name>
    <message>
        <source>Checking what the regions run…</source>
        <translation>正在检查各地域的线上状态…</translation>
    </message>
    <message>
        <source>Changing the regions…</source>
        <translation>正在修改地域…</translation>
    </message>
    <message>
        <source>Reading what the regions run now…</source>
        <translation>正在读取各地域的线上状态…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>This service has no regions of their own.</source>
        <translation>该服务没有灰度地域。</translation>
    </message>
    <message>
        <source>No region was chosen.</source>
        <translation>没有选择地域。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed in any region.</source>
        <translation>已取消，没有改动任何地域。</translation>
    </message>
    <message>
        <source>The account was left while regions were being changed; look at what they run before changing them again.</source>
        <translation>修改地域的过程中切换了账号，再次修改前请先查看各地域的线上状态。</translation>
    </message>
    <message>
        <source>What the regions run could not be read; nothing was changed.</source>
        <translation>无法读取各地域的线上状态，没有做任何改动。</translation>
    </message>
    <message>
        <source>The answer was lost while regions were being added to the routine; nothing was published.</source>
        <translation>为函数添加地域时没有收到响应，没有发布任何内容。</translation>
    </message>
    <message>
        <source>The regions could not be added to the routine; nothing was published.</source>
        <translation>无法为函数添加地域，没有发布任何内容。</translation>
    </message>
    <message>
        <source>Nothing was changed in any region.</source>
        <translation>没有改动任何地域。</translation>
    </message>
    <message>
        <source>The answer was lost, so it is unknown what the regions run; look at them before changing them again.</source>
        <translation>没有收到响应，无法确定各地域的线上状态；再次修改前请先查看。</translation>
    </message>
    <message>
        <source>The regions were changed, but what they run now could not be read.</source>
        <translation>地域已修改，但无法读取其现在的线上状态。</translation>
    </message>
    <message>
        <source>The answer was lost; nothing was changed in any region.</source>
        <translation>没有收到响应，没有改动任何地域。</translation>
    </message>
    <message numerus="yes">
        <source>Something else runs in %n region(s): %1.</source>
        <translation>
            <numerusform>%n 个地域的线上内容与预期不同：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else may have changed them at the same time; look at them again.</source>
        <translation>可能有人同时修改了它们，请再查看一次。</translation>
    </message>
    <message>
        <source>The service took the change, but the regions still run what they ran before.</source>
        <translation>服务端接受了更改，但各地域运行的内容没有变化。</translation>
    </message>
    <message>
        <source>Look at them again in a moment.</source>
        <translation>请稍后再次查看。</translation>
    </message>
</context>
<context>
    <name>edgewright::RegionListModel</name>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>nothing of its own</source>
        <translation>没有单独的版本</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Runs now</source>
        <translation>当前运行</translation>
    </message>
    <message>
        <source>CPU time limit</source>
        <translation>CPU 时间上限</translation>
    </message>
</context>
<context>
    <name>edgewright::RegionsController</name>
    <message>
        <source>Remove Regions</source>
        <translation>移除地域</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n region(s) from “%1”?</source>
        <translation>
            <numerusform>从“%1”移除 %n 个地域？</numerusform>
        </translation>
    </message>
    <message>
        <source>They then run nothing of their own: %1.</source>
        <translation>移除后它们不再有单独的版本：%1。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) run nothing of their own any more, confirmed by reading back.</source>
        <translation>
            <numerusform>%n 个地域不再有单独的版本，已读回确认。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs in %n region(s), confirmed by reading back.</source>
        <translation>
            <numerusform>%1 已在 %n 个地域上线，已读回确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>Production runs nothing.</source>
        <translation>生产环境没有线上版本。</translation>
    </message>
    <message>
        <source>Production still runs %1.</source>
        <translation>生产环境仍运行 %1。</translation>
    </message>
    <message>
        <source>Setting the CPU time limit…</source>
        <translation>正在设置 CPU 时间上限…</translation>
    </message>
</context>
<context>
    <name>edgewright::RegionsSheet</name>
    <message>
        <source>%1: regions</source>
        <comment>routine</comment>
        <translation>%1：地域</translation>
    </message>
    <message>
        <source>%1: %2 goes to regions</source>
        <comment>routine: version</comment>
        <translation>%1：%2 发布到灰度地域</translation>
    </message>
    <message>
        <source>REGIONS</source>
        <translation>灰度地域</translation>
    </message>
    <message>
        <source>A region gets the version before anybody else does. Regions that have none of their own are set up first.</source>
        <translation>灰度地域会先于其他地区使用该版本。尚未单独配置的地域会先添加。</translation>
    </message>
    <message>
        <source>Tick regions that run something of their own first.</source>
        <translation>请先勾选有单独版本的地域。</translation>
    </message>
    <message>
        <source>Publish to Regions</source>
        <translation>发布到灰度地域</translation>
    </message>
    <message numerus="yes">
        <source>Publish %1 to %n Region(s)</source>
        <translation>
            <numerusform>将 %1 发布到 %n 个地域</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the version to publish in the list on the right.</source>
        <translation>请在右侧列表中选择要发布的版本。</translation>
    </message>
    <message>
        <source>Tick at least one region.</source>
        <translation>请至少勾选一个地域。</translation>
    </message>
    <message>
        <source>CPU &amp;time limit</source>
        <translation>CPU 时间上限(&amp;T)</translation>
    </message>
    <message>
        <source>CPU &amp;time limit of %1</source>
        <translation>%1 的 CPU 时间上限(&amp;T)</translation>
    </message>
    <message>
        <source>Select a row that runs something of its own first.</source>
        <translation>请先选择有单独版本的一行。</translation>
    </message>
    <message>
        <source>Filter regions</source>
        <translation>筛选地域</translation>
    </message>
    <message>
        <source>Regions and what they run</source>
        <translation>地域及其线上版本</translation>
    </message>
    <message>
        <source>Columns of the regions</source>
        <translation>地域列表的列</translation>
    </message>
    <message>
        <source>&amp;Untick All</source>
        <translation>全部取消勾选(&amp;U)</translation>
    </message>
    <message>
        <source>Untick all regions</source>
        <translation>取消勾选所有地域</translation>
    </message>
    <message>
        <source>&amp;Remove Ticked Regions…</source>
        <translation>移除勾选的地域(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove ticked regions from the routine</source>
        <translation>从函数中移除勾选的地域</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Set the CPU time limit</source>
        <translation>设置 CPU 时间上限</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>原因(&amp;E)</translation>
    </message>
    <message>
        <source>Reason for publishing to regions</source>
        <translation>发布到灰度地域的原因</translation>
    </message>
    <message>
        <source>Optional; stays in the ledger on this computer</source>
        <translation>可不填；只保存在这台电脑的台账中</translation>
    </message>
</context>
<context>
    <name>edgewright::RepublishFlow</name>
    <message>
        <source>Reading %1 from the archive…</source>
        <translation>正在从存档读取 %1…</translation>
    </message>
    <message>
        <source>The code of %1 could not be read; nothing was published.</source>
        <translation>无法读取 %1 的代码，未发布。</translation>
    </message>
    <message>
        <source>%1 holds no code; nothing was published.</source>
        <translation>%1 中没有可用的代码，未发布。</translation>
    </message>
    <message>
        <source>Saving %1 again: %2</source>
        <extracomment>%1 is a version, %2 a step such as &quot;Uploading…&quot;</extracomment>
        <translation>正在重新保存 %1：%2</translation>
    </message>
    <message>
        <source>%1 could not be saved again; nothing was published.</source>
        <translation>%1 未能重新保存，没有发布任何内容。</translation>
    </message>
    <message>
        <source>The service keeps no more versions of this routine: make room by deleting one that is not needed, then try again.</source>
        <translation>服务端不再为该函数保留更多版本：请删除一个不需要的版本后重试。</translation>
    </message>
    <message>
        <source>the copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>%1 is on the service again, as a new version.</source>
        <translation>%1 已作为新版本重新上传到服务端。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between versions</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>edgewright::RollbackController</name>
    <message>
        <source>was live %1 – %2</source>
        <comment>two times</comment>
        <translation>上线时间 %1 – %2</translation>
    </message>
    <message>
        <source>%1 is gone from the service, and its code is not in the archive.</source>
        <translation>%1 已不在服务端，存档中也没有它的代码。</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <comment>a version</comment>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>%1 is what is live already.</source>
        <translation>%1 已经在线上。</translation>
    </message>
    <message>
        <source>Confirm first that you have seen what is live now.</source>
        <translation>请先确认您已看到目前的线上状态。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between versions</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Only the shares change, not the code.</source>
        <translation>只改变流量比例，代码不变。</translation>
    </message>
    <message>
        <source>Nothing is live now.</source>
        <translation>目前没有线上版本。</translation>
    </message>
    <message>
        <source>The code of what is live could not be read.</source>
        <translation>无法读取线上版本的代码。</translation>
    </message>
    <message>
        <source>The code to go back to could not be read.</source>
        <translation>无法读取要回滚到的代码。</translation>
    </message>
    <message>
        <source>Nothing was rolled back yet.</source>
        <translation>尚未回滚。</translation>
    </message>
    <message>
        <source>Back to Roll Back…</source>
        <translation>返回“回滚…”</translation>
    </message>
    <message>
        <source>There is no way back in production: the ledger knows nothing else good that was live there.</source>
        <translation>生产环境没有回退点：台账中没有其他在此正常运行过的内容。</translation>
    </message>
    <message>
        <source>There is no way back on staging: the ledger knows nothing else good that was live there.</source>
        <translation>测试环境没有回退点：台账中没有其他在此正常运行过的内容。</translation>
    </message>
</context>
<context>
    <name>edgewright::RollbackSheet</name>
    <message>
        <source>Reading the code…</source>
        <translation>正在读取代码…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>what is live → what will be live</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>routine: what goes → what comes</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Production: %1</source>
        <extracomment>%1 is &quot;v18 → v15&quot;</extracomment>
        <translation>生产环境：%1</translation>
    </message>
    <message>
        <source>Staging: %1</source>
        <translation>测试环境：%1</translation>
    </message>
    <message>
        <source>Roll Back Production to %1</source>
        <translation>生产环境回滚到 %1</translation>
    </message>
    <message>
        <source>Roll Back Staging to %1</source>
        <translation>测试环境回滚到 %1</translation>
    </message>
    <message>
        <source>Put %1 Back into Production</source>
        <translation>将 %1 恢复到生产环境</translation>
    </message>
    <message>
        <source>Put %1 Back on Staging</source>
        <translation>将 %1 恢复到测试环境</translation>
    </message>
    <message>
        <source>%1 is gone from the service: its code is uploaded again from your archive first, as a new version.</source>
        <translation>%1 已不在服务端：会先从您的存档重新上传其代码，作为新版本。</translation>
    </message>
    <message>
        <source>Environment variables stay as they are; a version sees those it was saved with.</source>
        <translation>环境变量保持不变；版本使用保存时附带的变量。</translation>
    </message>
    <message>
        <source>KV data and staging stay as they are.</source>
        <translation>KV 数据和测试环境保持不变。</translation>
    </message>
    <message>
        <source>KV data and production stay as they are.</source>
        <translation>KV 数据和生产环境保持不变。</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Show Changes</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>Show what rolling back would change</source>
        <translation>查看回滚带来的改动</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Reason for rolling back</source>
        <translation>回滚的原因</translation>
    </message>
    <message>
        <source>Optional; can be entered in the ledger afterwards</source>
        <translation>可不填；之后也可以在台账中填写</translation>
    </message>
</context>
<context>
    <name>edgewright::RoomController</name>
    <message>
        <source>%1 No version can be deleted safely.</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>%1 没有可以安全删除的版本。</translation>
    </message>
    <message>
        <source>%1 What is deleted from the service stays in the archive on this computer.</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>%1 从服务端删除的内容会保留在这台电脑的存档中。</translation>
    </message>
    <message>
        <source>%1 One of them has to go; its code stays in the archive on this computer.</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>%1 需要删除其中一个，其代码会保留在这台电脑的存档中。</translation>
    </message>
    <message>
        <source>%1 %2 of them have to go; their code stays in the archive on this computer.</source>
        <extracomment>%1 is a sentence, %2 a number</extracomment>
        <translation>%1 需要删除其中 %2 个，其代码会保留在这台电脑的存档中。</translation>
    </message>
    <message>
        <source>All %1 places for versions are taken.</source>
        <translation>%1 个版本位置已全部用完。</translation>
    </message>
    <message>
        <source>The service keeps %1 versions and holds %2.</source>
        <translation>服务端保留 %1 个版本，现有 %2 个。</translation>
    </message>
    <message>
        <source>%1 of %2 places for versions are taken.</source>
        <translation>%2 个版本位置已用 %1 个。</translation>
    </message>
    <message>
        <source>Edgewright is still looking which version can go.</source>
        <translation>Edgewright 仍在查找可以删除的版本。</translation>
    </message>
    <message>
        <source>No version can be deleted safely.</source>
        <translation>没有可以安全删除的版本。</translation>
    </message>
    <message numerus="yes">
        <source>Choose %n version(s) to delete.</source>
        <translation>
            <numerusform>请选择 %n 个要删除的版本。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1 is a version, %2 says why it stays</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>These stay:</source>
        <translation>以下版本保留：</translation>
    </message>
</context>
<context>
    <name>edgewright::RoomNotice</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1 is a version, %2 says why it can go</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Delete %1: %2</source>
        <extracomment>%1 is a version, %2 says why it can go</extracomment>
        <translation>删除 %1：%2</translation>
    </message>
    <message>
        <source>Versions that can be deleted</source>
        <translation>可以删除的版本</translation>
    </message>
</context>
<context>
    <name>edgewright::RoomPlan</name>
    <message>
        <source>live in production</source>
        <translation>在生产环境线上</translation>
    </message>
    <message>
        <source>live in staging</source>
        <translation>在测试环境线上</translation>
    </message>
    <message>
        <source>live in %1</source>
        <extracomment>%1 is the name of a region</extracomment>
        <translation>在 %1 线上</translation>
    </message>
    <message>
        <source>what is live is not known</source>
        <translation>线上状态未知</translation>
    </message>
    <message>
        <source>live</source>
        <translation>在线上</translation>
    </message>
    <message>
        <source>still being prepared</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>its code is not in the archive and cannot be read</source>
        <translation>其代码不在存档中，也无法读取</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date of this year, as a QLocale format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as a QLocale format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>not live since %1</source>
        <extracomment>%1 is a date: the version was live before</extracomment>
        <translation>自 %1 起不在线上</translation>
    </message>
    <message>
        <source>never seen live</source>
        <translation>从未见其上线</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已存档</translation>
    </message>
    <message>
        <source>will be archived first</source>
        <translation>会先存档</translation>
    </message>
    <message>
        <source>newest of all</source>
        <translation>最新的版本</translation>
    </message>
    <message>
        <source>the draft is based on it</source>
        <translation>草稿基于它</translation>
    </message>
    <message>
        <source>has a star</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>the way back in production</source>
        <translation>生产环境的回退点</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineCatalog</name>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止读取。</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineController</name>
    <message>
        <source>Reading the routines…</source>
        <translation>正在读取函数…</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>正在读取版本…</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>要删除“%1”吗？</translation>
    </message>
    <message>
        <source>The routine, all its versions and everything it has live will be deleted from the service. This cannot be undone.</source>
        <translation>该函数及其所有版本和线上部署都将从服务端删除，且无法撤销。</translation>
    </message>
    <message>
        <source>Delete Routine</source>
        <translation>删除函数</translation>
    </message>
    <message>
        <source>“%1” was deleted from the service.</source>
        <translation>已从服务端删除“%1”。</translation>
    </message>
    <message>
        <source>Nothing archived yet</source>
        <translation>尚无存档</translation>
    </message>
    <message>
        <source>%1 Versions that were read before would stand here.</source>
        <comment>%1 is a sentence</comment>
        <translation>%1读取过的版本会显示在这里。</translation>
    </message>
    <message>
        <source>No routine is open</source>
        <translation>未打开函数</translation>
    </message>
    <message>
        <source>The versions of the open routine appear here.</source>
        <translation>打开的函数的版本会显示在这里。</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineCopyFlow</name>
    <message>
        <source>The history of “%1” could not be read.</source>
        <translation>无法读取“%1”的历史。</translation>
    </message>
    <message>
        <source>The account that gets the copy is not connected.</source>
        <translation>要复制到的账号未连接。</translation>
    </message>
    <message>
        <source>The account that gets the copy could not be read.</source>
        <translation>无法读取要复制到的账号。</translation>
    </message>
    <message>
        <source>“%1” could not be created; nothing was copied.</source>
        <translation>无法创建“%1”，没有复制任何内容。</translation>
    </message>
    <message>
        <source>The code of %1 could not be read.</source>
        <translation>无法读取 %1 的代码。</translation>
    </message>
    <message>
        <source>%1 could not be copied.</source>
        <translation>%1 未能复制。</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineDelegate</name>
    <message>
        <source>reading what is live…</source>
        <translation>正在读取线上状态…</translation>
    </message>
    <message>
        <source>PROD</source>
        <comment>short for production</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineName</name>
    <message>
        <source>A routine needs a name.</source>
        <translation>请输入函数名称。</translation>
    </message>
    <message>
        <source>Only lower-case letters are allowed.</source>
        <translation>只能使用小写字母。</translation>
    </message>
    <message>
        <source>Spaces are not allowed; use a hyphen.</source>
        <translation>不能包含空格，请改用连字符。</translation>
    </message>
    <message>
        <source>Only the letters a to z, digits and hyphens are allowed.</source>
        <translation>只能使用字母 a–z、数字和连字符。</translation>
    </message>
    <message>
        <source>The name must start with a letter.</source>
        <translation>名称必须以字母开头。</translation>
    </message>
    <message numerus="yes">
        <source>The name needs at least %n character(s).</source>
        <translation>
            <numerusform>名称至少需要 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name can have %n character(s) at most.</source>
        <translation>
            <numerusform>名称最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The name must not end with a hyphen.</source>
        <translation>名称不能以连字符结尾。</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineRows</name>
    <message>
        <source>what is live is being read</source>
        <translation>正在读取线上状态</translation>
    </message>
    <message>
        <source>nothing in production</source>
        <translation>生产环境未发布</translation>
    </message>
    <message>
        <source>in production: %1</source>
        <translation>生产环境：%1</translation>
    </message>
    <message>
        <source>nothing on staging</source>
        <translation>测试环境未发布</translation>
    </message>
    <message>
        <source>on staging: %1</source>
        <translation>测试环境：%1</translation>
    </message>
    <message>
        <source>has an unpublished draft</source>
        <translation>有未发布的草稿</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineService</name>
    <message>
        <source>The service of this account does not offer that.</source>
        <translation>此账户的服务不提供该功能。</translation>
    </message>
</context>
<context>
    <name>edgewright::RoutinesPanel</name>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Delete from Service…</source>
        <translation>从服务端删除…</translation>
    </message>
    <message>
        <source>No account connected</source>
        <translation>未连接账号</translation>
    </message>
    <message>
        <source>Connect an account or look around with sample data.</source>
        <translation>请连接账号，或用示例数据体验。</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>No routines yet</source>
        <translation>暂无函数</translation>
    </message>
    <message>
        <source>A routine is a small program that answers requests at the edge.</source>
        <translation>边缘函数是在边缘节点处理请求的小程序。</translation>
    </message>
    <message>
        <source>New Routine…</source>
        <translation>新建函数…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No routine has “%1” in its name or description.</source>
        <translation>没有名称或描述包含“%1”的函数。</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>请选择账号</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Read the routines again</source>
        <translation>重新读取函数</translation>
    </message>
    <message>
        <source>Refresh routines</source>
        <translation>刷新函数</translation>
    </message>
    <message>
        <source>New routine…</source>
        <translation>新建边缘函数…</translation>
    </message>
    <message>
        <source>Filter routines</source>
        <translation>筛选函数</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n routine(s)</source>
        <comment>%1 in use of those allowed</comment>
        <translation>
            <numerusform>函数 %1 / %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routine(s)</source>
        <translation>
            <numerusform>%n 个函数</numerusform>
        </translation>
    </message>
    <message>
        <source>This routine is locked.</source>
        <translation>该函数已锁定。</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <translation>%1 · 只读</translation>
    </message>
</context>
<context>
    <name>edgewright::RowWords</name>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>另有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 moved to line %2: %3</source>
        <translation>第 %1 行移到第 %2 行：%3</translation>
    </message>
    <message>
        <source>Line %1 moved from line %2: %3</source>
        <translation>第 %1 行从第 %2 行移来：%3</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Line %1 removed: %2</source>
        <translation>第 %1 行已删除：%2</translation>
    </message>
    <message>
        <source>Line %1 added: %2</source>
        <translation>第 %1 行新增：%2</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <extracomment>%2 is &quot;only laid out otherwise&quot; or &quot;differs only in what is ignored&quot;</extracomment>
        <translation>第 %1 行，%2：%3</translation>
    </message>
</context>
<context>
    <name>edgewright::SandboxProcess</name>
    <message>
        <source>The sandbox service did not answer in time.</source>
        <translation>沙箱服务响应超时。</translation>
    </message>
    <message>
        <source>The sandbox service could not be started.</source>
        <translation>无法启动沙箱服务。</translation>
    </message>
    <message>
        <source>The sandbox service stopped.</source>
        <translation>沙箱服务已停止。</translation>
    </message>
    <message>
        <source>Starting the sandbox service was cancelled.</source>
        <translation>已取消启动沙箱服务。</translation>
    </message>
    <message>
        <source>The sandbox service gave no usable address.</source>
        <translation>沙箱服务未给出可用地址。</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>其输出为：%1</translation>
    </message>
</context>
<context>
    <name>edgewright::SaveController</name>
    <message>
        <source>The versions are still being read; save again in a moment.</source>
        <translation>仍在读取版本列表，请稍后再保存。</translation>
    </message>
    <message>
        <source>The draft was closed; nothing was saved as a version.</source>
        <translation>草稿已关闭，没有保存为版本。</translation>
    </message>
    <message>
        <source>Stopped; no version of “%1” was saved.</source>
        <translation>已停止，没有保存“%1”的版本。</translation>
    </message>
    <message>
        <source>“%1” was saved as a new version and read back: the bytes are the same.</source>
        <translation>“%1”已保存为新版本，并已回读核对：内容一致。</translation>
    </message>
    <message>
        <source>Saved as %1 and read back: the bytes are the same.</source>
        <translation>已保存为 %1，并已回读核对：内容一致。</translation>
    </message>
    <message>
        <source>Look at the versions before saving again.</source>
        <translation>再次保存前请先查看版本列表。</translation>
    </message>
    <message>
        <source>Looking for what others did meanwhile…</source>
        <translation>正在查看期间是否有他人的改动…</translation>
    </message>
    <message>
        <source>What others did meanwhile could not be read; nothing was saved as a version.</source>
        <translation>无法读取期间他人的改动，没有保存为版本。</translation>
    </message>
    <message>
        <source>Nothing was sent: the draft is now based on %1, which has the same bytes.</source>
        <extracomment>%1 is a version</extracomment>
        <translation>没有发送任何请求：草稿现在基于 %1，两者逐字节相同。</translation>
    </message>
    <message>
        <source>Deleted from the service before that, with the code in the archive: %1.</source>
        <extracomment>%1 is one version or several</extracomment>
        <translation>在此之前已从服务端删除，代码保留在存档中：%1。</translation>
    </message>
    <message>
        <source>Deleted from the service to make room: %1.</source>
        <extracomment>%1 is one version or several</extracomment>
        <translation>为腾出空位已从服务端删除：%1。</translation>
    </message>
</context>
<context>
    <name>edgewright::SaveVersionFlow</name>
    <message>
        <source>Preparing the upload…</source>
        <translation>正在准备上传…</translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>正在上传…</translation>
    </message>
    <message>
        <source>Creating the version…</source>
        <translation>正在创建版本…</translation>
    </message>
    <message>
        <source>Checking what was stored…</source>
        <translation>正在核对已存储的内容…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>An empty text cannot be saved as a version.</source>
        <translation>内容为空，无法保存为版本。</translation>
    </message>
    <message>
        <source>The code has %L1 bytes; the service takes %L2 at most.</source>
        <extracomment>%L1 and %L2 are numbers of bytes</extracomment>
        <translation>代码为 %L1 字节，服务端最多接受 %L2 字节。</translation>
    </message>
    <message>
        <source>This text cannot be saved as a version.</source>
        <translation>此内容无法保存为版本。</translation>
    </message>
    <message>
        <source>Saving was cancelled; no version was created, but the staging slot may hold the code.</source>
        <translation>保存已取消，未创建版本，但暂存区可能已包含该代码。</translation>
    </message>
    <message>
        <source>Saving was cancelled; nothing was changed on the service.</source>
        <translation>保存已取消，服务端未作任何改动。</translation>
    </message>
    <message>
        <source>The version was created, but the account was left before it could be checked.</source>
        <translation>版本已创建，但在核对前账号已断开。</translation>
    </message>
    <message>
        <source>The account was left while the version was being created; it may or may not exist.</source>
        <translation>创建版本时账号已断开，无法确定版本是否已创建。</translation>
    </message>
    <message>
        <source>The upload could not be prepared; nothing was changed on the service.</source>
        <translation>无法准备上传，服务端未作任何改动。</translation>
    </message>
    <message>
        <source>The answer to the upload was lost; no version was created, but the staging slot may hold the code.</source>
        <translation>未收到上传的响应，未创建版本，但暂存区可能已包含该代码。</translation>
    </message>
    <message>
        <source>The code could not be uploaded; no version was created.</source>
        <translation>代码上传失败，未创建版本。</translation>
    </message>
    <message>
        <source>The service named no version.</source>
        <translation>服务端未返回版本号。</translation>
    </message>
    <message>
        <source>The code was uploaded but no version was created; the staging slot now holds it.</source>
        <translation>代码已上传到暂存区，但未创建版本。</translation>
    </message>
    <message>
        <source>The answer was lost and the service has no version with this code; the staging slot holds it.</source>
        <translation>未收到响应，服务端没有包含此代码的版本；代码在暂存区中。</translation>
    </message>
    <message>
        <source>The answer was lost, so it is unknown whether the version was created; look at the versions before saving again.</source>
        <translation>未收到响应，无法确定版本是否已创建；再次保存前请先查看版本列表。</translation>
    </message>
    <message>
        <source>The version was created, but it could not be read back to check its code.</source>
        <translation>版本已创建，但无法读回核对代码。</translation>
    </message>
    <message>
        <source>A version was created, but it does not hold the code that was sent.</source>
        <translation>版本已创建，但其中的代码与发送的不一致。</translation>
    </message>
    <message>
        <source>Somebody else uploaded at the same time; save again.</source>
        <translation>有人同时上传了代码，请重新保存。</translation>
    </message>
    <message>
        <source>The answer was lost; the service may have made an empty version, which can be deleted.</source>
        <translation>应答丢失；服务可能已创建一个空版本，可以将其删除。</translation>
    </message>
    <message>
        <source>The code could not be uploaded; an empty version may be left, which can be deleted.</source>
        <translation>代码未能上传；可能留下一个空版本，可以将其删除。</translation>
    </message>
    <message>
        <source>The object store did not keep the code.</source>
        <translation>对象存储没有保存代码。</translation>
    </message>
    <message>
        <source>Save the version again.</source>
        <translation>请再次保存版本。</translation>
    </message>
</context>
<context>
    <name>edgewright::SaveVersionSheet</name>
    <message>
        <source>%1 / %2</source>
        <comment>characters typed of those allowed</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Publish %1…</source>
        <translation>发布 %1…</translation>
    </message>
    <message>
        <source>Publish %1 instead…</source>
        <translation>改为发布 %1…</translation>
    </message>
    <message>
        <source>Save %1 as a version</source>
        <translation>将 %1 保存为版本</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Description of the version</source>
        <translation>版本描述</translation>
    </message>
    <message>
        <source>What changed, in a few words</source>
        <translation>简要说明改动内容</translation>
    </message>
    <message>
        <source>Save Version</source>
        <translation>保存版本</translation>
    </message>
    <message>
        <source>Save as a version</source>
        <translation>保存为版本</translation>
    </message>
    <message>
        <source>version %1 of %2 allowed</source>
        <translation>第 %1 个版本，最多 %2 个</translation>
    </message>
    <message>
        <source>Nothing new — %1 is the same, byte by byte.</source>
        <extracomment>%1 is a version</extracomment>
        <translation>没有新内容：%1 逐字节相同。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>%1 is a version</comment>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Delete %1 and Save as Version</source>
        <extracomment>%1 is one version or several</extracomment>
        <translation>删除 %1 并保存为版本</translation>
    </message>
    <message>
        <source>Save Again with Today&apos;s Variables</source>
        <translation>以当前的变量重新保存</translation>
    </message>
    <message>
        <source>Save the same code again, with what the variables hold today</source>
        <translation>以变量当前的值重新保存相同的代码</translation>
    </message>
</context>
<context>
    <name>edgewright::SearchController</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>存档…</translation>
    </message>
</context>
<context>
    <name>edgewright::SearchPanel</name>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message numerus="yes">
        <source>Not found in %n version(s).</source>
        <translation>
            <numerusform>在 %n 个版本中均未找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2; %3 searched.</source>
        <extracomment>%1 is &quot;12 lines&quot;, %2 &quot;3 routines&quot;, %3 &quot;340 versions&quot;</extracomment>
        <translation>%2中共 %1；已查找 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routine(s)</source>
        <translation>
            <numerusform>%n 个函数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more.</source>
        <translation>还有更多。</translation>
    </message>
    <message>
        <source>Every version that was ever read is searched, also those gone from the service.</source>
        <translation>会查找曾经读取过的每个版本，包括服务上已没有的。</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>查找(&amp;F)：</translation>
    </message>
    <message>
        <source>Text to find in all versions</source>
        <translation>要在所有版本中查找的文本</translation>
    </message>
    <message>
        <source>Find in all versions</source>
        <translation>在所有版本中查找</translation>
    </message>
    <message>
        <source>Match case in all versions</source>
        <translation>在所有版本中区分大小写</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression in all versions</source>
        <translation>在所有版本中使用正则表达式</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>&amp;In:</source>
        <translation>范围(&amp;I)：</translation>
    </message>
    <message>
        <source>Routines to search</source>
        <translation>要查找的函数</translation>
    </message>
    <message>
        <source>All routines</source>
        <translation>所有函数</translation>
    </message>
    <message>
        <source>This routine</source>
        <translation>此函数</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop searching all versions</source>
        <translation>停止在所有版本中查找</translation>
    </message>
    <message>
        <source>Lines found in all versions</source>
        <translation>在所有版本中找到的行</translation>
    </message>
    <message>
        <source>Columns of the lines found</source>
        <translation>找到的行的各列</translation>
    </message>
</context>
<context>
    <name>edgewright::SearchRows</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Appears in</source>
        <translation>出现于</translation>
    </message>
</context>
<context>
    <name>edgewright::ServiceAccess</name>
    <message>
        <source>The service cannot be reached now.</source>
        <translation>目前无法访问服务。</translation>
    </message>
    <message>
        <source>Edgewright is still connecting.</source>
        <translation>Edgewright 仍在连接。</translation>
    </message>
    <message>
        <source>Not connected to the service.</source>
        <translation>未连接到服务。</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>%1 is a time of day</comment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>as of yesterday %1</source>
        <comment>%1 is a time of day</comment>
        <translation>截至昨天 %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date of this year, as a QLocale format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as a QLocale format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>as of %1 %2</source>
        <extracomment>%1 is a date, %2 a time of day</extracomment>
        <translation>截至 %1 %2</translation>
    </message>
</context>
<context>
    <name>edgewright::ServiceAdapter</name>
    <message>
        <source>The service failed to carry out the request.</source>
        <translation>服务未能完成请求。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
</context>
<context>
    <name>edgewright::ServiceChooser</name>
    <message>
        <source>&amp;Service</source>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>ESA Functions and Pages</source>
        <extracomment>The two products: Edge Security Acceleration and Dynamic Route for CDN</extracomment>
        <translation>ESA 函数和 Pages</translation>
    </message>
    <message>
        <source>DCDN EdgeRoutine (before ESA)</source>
        <translation>DCDN 边缘程序（ESA 之前）</translation>
    </message>
    <message>
        <source>Sign the older way (HMAC-SHA1)</source>
        <translation>使用旧签名方式 (HMAC-SHA1)</translation>
    </message>
    <message>
        <source>For gateways that do not know the current signature; try it when the key is right and the service says the signature is not.</source>
        <translation>适用于不支持当前签名方式的网关；密钥正确而服务提示签名有误时可以一试。</translation>
    </message>
</context>
<context>
    <name>edgewright::SharesField</name>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 gets %2 %, %3 gets %4 %</source>
        <translation>%1 占 %2 %，%3 占 %4 %</translation>
    </message>
    <message>
        <source>%1 gets</source>
        <translation>%1 占</translation>
    </message>
    <message>
        <source>%1 keeps</source>
        <translation>%1 保留</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation>%1 的流量百分比</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>%1 的流量比例</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>常用比例</translation>
    </message>
    <message>
        <source>Give %1 % to %2</source>
        <translation>将 %1 % 的流量给 %2</translation>
    </message>
</context>
<context>
    <name>edgewright::Sheet</name>
    <message>
        <source>Progress: %1</source>
        <translation>进度：%1</translation>
    </message>
    <message>
        <source>This step can no longer be stopped.</source>
        <translation>此步骤已无法中止。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>Close this and look at what is live first.</source>
        <translation>请先关闭此面板，查看线上状态。</translation>
    </message>
</context>
<context>
    <name>edgewright::SiteSearch</name>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>连接已取消。</translation>
    </message>
    <message>
        <source>The access key is not complete.</source>
        <translation>AccessKey 不完整。</translation>
    </message>
    <message>
        <source>Both the AccessKey ID and its secret are needed.</source>
        <translation>AccessKey ID 和 AccessKey Secret 缺一不可。</translation>
    </message>
    <message>
        <source>There is no site to ask.</source>
        <translation>没有可查询的站点。</translation>
    </message>
    <message>
        <source>Edge routines are still being activated for this account.</source>
        <translation>该账号的边缘函数正在开通中。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>请一分钟后重试。</translation>
    </message>
    <message>
        <source>Edge routines are not activated for this account.</source>
        <translation>该账号未开通边缘函数。</translation>
    </message>
    <message>
        <source>Activate them in the console, then connect again.</source>
        <translation>请在控制台开通后重新连接。</translation>
    </message>
</context>
<context>
    <name>edgewright::SplitController</name>
    <message>
        <source>This service cannot share traffic out between versions.</source>
        <translation>该服务不支持在版本之间分流。</translation>
    </message>
    <message>
        <source>Nothing is live there yet: publish a version first.</source>
        <translation>目前没有线上版本，请先发布一个版本。</translation>
    </message>
    <message>
        <source>Select the version that is to get a share in the list on the right.</source>
        <translation>请在右侧列表中选择要分得流量的版本。</translation>
    </message>
    <message>
        <source>More than two versions are live; this can only be changed where it was set up.</source>
        <translation>线上有两个以上的版本，只能在原来设置的地方修改。</translation>
    </message>
    <message>
        <source>%1 has all the traffic already.</source>
        <translation>%1 已承接全部流量。</translation>
    </message>
    <message>
        <source>Confirm first that you have seen what is live now.</source>
        <translation>请先确认您已看到目前的线上状态。</translation>
    </message>
    <message>
        <source>&amp;Adjust Split…</source>
        <translation>调整分流(&amp;A)…</translation>
    </message>
    <message>
        <source>Share Tr&amp;affic…</source>
        <translation>分配流量(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>edgewright::SplitSheet</name>
    <message>
        <source>%1: share traffic between %2 and %3</source>
        <comment>routine, version, version</comment>
        <translation>%1：在 %2 与 %3 之间分流</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Running now: %1 gets %2 %, %3 gets %4 %.</source>
        <translation>正在分流：%1 占 %2 %，%3 占 %4 %。</translation>
    </message>
    <message>
        <source>Live now: %1 gets all traffic.</source>
        <translation>目前线上：%1 承接全部流量。</translation>
    </message>
    <message>
        <source>Give %1 %2 % of Production</source>
        <extracomment>%1 is a version, %2 a number</extracomment>
        <translation>%1 占生产环境的 %2 %</translation>
    </message>
    <message>
        <source>Give %1 %2 % of Staging</source>
        <translation>%1 占测试环境的 %2 %</translation>
    </message>
    <message>
        <source>The split already runs like this.</source>
        <translation>当前的分流已是如此。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Reason for sharing the traffic</source>
        <translation>分流的原因</translation>
    </message>
    <message>
        <source>Optional; can be entered in the ledger afterwards</source>
        <translation>可不填；之后也可以在台账中填写</translation>
    </message>
    <message>
        <source>Finish: %1 100 %</source>
        <extracomment>%1 is the version that will be live</extracomment>
        <translation>完成：%1 承接 100 %</translation>
    </message>
    <message>
        <source>Abort: Back to %1 100 %</source>
        <extracomment>%1 is the version that will be live</extracomment>
        <translation>中止：退回 %1，100 %</translation>
    </message>
</context>
<context>
    <name>edgewright::StageDraftFlow</name>
    <message>
        <source>Preparing the upload…</source>
        <translation>正在准备上传…</translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>正在上传…</translation>
    </message>
    <message>
        <source>Checking what staging runs…</source>
        <translation>正在检查测试环境运行的内容…</translation>
    </message>
    <message>
        <source>On staging</source>
        <translation>已在测试环境</translation>
    </message>
    <message>
        <source>This service stages versions only; save the draft as a version first.</source>
        <translation>该服务只能将版本放到测试环境；请先将草稿保存为版本。</translation>
    </message>
    <message>
        <source>An empty text cannot be put on staging.</source>
        <translation>空文本不能放到测试环境。</translation>
    </message>
    <message>
        <source>The code has %L1 bytes; the service takes %L2 at most.</source>
        <translation>代码为 %L1 字节，服务端最多接受 %L2 字节。</translation>
    </message>
    <message>
        <source>This text cannot be put on staging.</source>
        <translation>这段文本不能放到测试环境。</translation>
    </message>
    <message>
        <source>Cancelled; staging runs what it ran before.</source>
        <translation>已取消，测试环境保持原样。</translation>
    </message>
    <message>
        <source>The account was left during the upload; staging may run the draft.</source>
        <translation>上传过程中切换了账号，测试环境可能已在运行草稿。</translation>
    </message>
    <message>
        <source>What staging runs could not be read; nothing was changed.</source>
        <translation>无法读取测试环境的内容，没有做任何改动。</translation>
    </message>
    <message>
        <source>The upload could not be prepared; staging runs what it ran before.</source>
        <translation>无法准备上传，测试环境保持原样。</translation>
    </message>
    <message>
        <source>The code could not be uploaded; staging runs what it ran before.</source>
        <translation>代码未能上传，测试环境保持原样。</translation>
    </message>
    <message>
        <source>The answer was lost; staging runs what it ran before.</source>
        <translation>没有收到响应，测试环境保持原样。</translation>
    </message>
    <message>
        <source>The code was uploaded, but staging holds another text.</source>
        <translation>代码已上传，但测试环境中是另一份代码。</translation>
    </message>
    <message>
        <source>Somebody else may have uploaded at the same time; look at staging before trying again.</source>
        <translation>可能有人同时上传，重试前请先查看测试环境。</translation>
    </message>
    <message>
        <source>Whether staging runs the draft could not be read.</source>
        <translation>无法确认测试环境是否在运行草稿。</translation>
    </message>
    <message>
        <source>The code was uploaded, but what staging runs now could not be read.</source>
        <translation>代码已上传，但无法读取测试环境现在运行的内容。</translation>
    </message>
    <message>
        <source>The code was uploaded, but staging runs something else.</source>
        <translation>代码已上传，但测试环境运行的是其他内容。</translation>
    </message>
    <message>
        <source>Somebody else may have published at the same time; look at staging before trying again.</source>
        <translation>可能有人同时发布，重试前请先查看测试环境。</translation>
    </message>
</context>
<context>
    <name>edgewright::StagingController</name>
    <message>
        <source>Put Draft on Staging</source>
        <translation>将草稿放到测试环境</translation>
    </message>
    <message>
        <source>Put the draft of “%1” on staging without saving it as a version?</source>
        <translation>将“%1”的草稿放到测试环境，而不保存为版本？</translation>
    </message>
    <message>
        <source>Staging runs nothing now.</source>
        <translation>测试环境目前没有运行任何内容。</translation>
    </message>
    <message>
        <source>Staging runs %1 now.</source>
        <translation>测试环境目前运行 %1。</translation>
    </message>
    <message>
        <source>The draft serves staging as soon as it is uploaded. Production is not touched; only a version can go there.</source>
        <translation>上传后草稿立即在测试环境生效。生产环境不受影响，只有版本才能发布到生产环境。</translation>
    </message>
    <message>
        <source>Put on Staging</source>
        <translation>放到测试环境</translation>
    </message>
    <message>
        <source>Draft that is not a version</source>
        <comment>a reason in the ledger</comment>
        <translation>不是版本的草稿</translation>
    </message>
    <message>
        <source>Staging now runs the draft, which is not a version yet; confirmed by reading it back.</source>
        <translation>测试环境现在运行草稿（还不是版本），已读回确认。</translation>
    </message>
    <message>
        <source>Save as Version…</source>
        <translation>保存为版本…</translation>
    </message>
    <message>
        <source>a draft that is no version</source>
        <comment>staging runs …</comment>
        <translation>不是版本的草稿</translation>
    </message>
</context>
<context>
    <name>edgewright::StartPage</name>
    <message>
        <source>No routine is open</source>
        <translation>未打开函数</translation>
    </message>
    <message>
        <source>Choose a routine on the left, or create a new one.</source>
        <translation>请在左侧选择一个函数，或新建函数。</translation>
    </message>
    <message>
        <source>Edge routines, safely</source>
        <translation>安心管理边缘函数</translation>
    </message>
    <message>
        <source>Edit, save as version, publish and compare. Know what is live, and always find the way back.</source>
        <translation>编辑、保存为版本、发布、比较。线上状态一目了然，随时可以回滚。</translation>
    </message>
    <message>
        <source>Connect an Account…</source>
        <translation>连接账号…</translation>
    </message>
    <message>
        <source>Look Around with Sample Data</source>
        <translation>用示例数据体验</translation>
    </message>
</context>
<context>
    <name>edgewright::StatusLine</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Draft NOT saved: %1</source>
        <translation>草稿未能保存：%1</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>无改动</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已于 %1 保存</translation>
    </message>
    <message numerus="yes">
        <source>Tabs: %n</source>
        <translation>
            <numerusform>制表符：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spaces</source>
        <translation>
            <numerusform>空格：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <extracomment>Line and column of the caret</extracomment>
        <translation>行 %1，列 %2</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无网络连接</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Saving the draft…</source>
        <translation>正在保存草稿…</translation>
    </message>
    <message>
        <source>read-only account</source>
        <translation>账号只读</translation>
    </message>
    <message>
        <source>routine locked</source>
        <translation>函数已锁定</translation>
    </message>
    <message>
        <source>as of %1 (%2)</source>
        <comment>a time of day, and how long ago that is</comment>
        <translation>截至 %1（%2）</translation>
    </message>
</context>
<context>
    <name>edgewright::SyntaxLook</name>
    <message>
        <source>“${” is not closed</source>
        <translation>“${”没有闭合</translation>
    </message>
    <message>
        <source>%1 is not closed</source>
        <extracomment>%1 is a bracket in quotes</extracomment>
        <translation>%1 没有闭合</translation>
    </message>
    <message>
        <source>a string is not closed</source>
        <translation>字符串没有闭合</translation>
    </message>
    <message>
        <source>a comment is not closed</source>
        <translation>注释没有闭合</translation>
    </message>
    <message>
        <source>a template is not closed</source>
        <translation>模板字符串没有闭合</translation>
    </message>
    <message>
        <source>%1 closes nothing</source>
        <extracomment>%1 is a bracket in quotes</extracomment>
        <translation>%1 没有对应的开括号</translation>
    </message>
    <message>
        <source>%1 where %2 is open</source>
        <extracomment>%1 and %2 are brackets in quotes</extracomment>
        <translation>%2 尚未闭合就出现了 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::TestPanel</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop the request</source>
        <translation>停止请求</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>发送请求</translation>
    </message>
    <message>
        <source>Compare with Production</source>
        <translation>与生产环境比较</translation>
    </message>
    <message>
        <source>Compare with Staging</source>
        <translation>与测试环境比较</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <extracomment>Where a request goes: production or staging</extracomment>
        <translation>发往(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <extracomment>A network address that serves staging</extracomment>
        <translation>服务器(&amp;S)：</translation>
    </message>
    <message>
        <source>Address of the request, as text</source>
        <translation>请求地址（文本）</translation>
    </message>
    <message>
        <source>https://www.example.com/path</source>
        <translation>https://www.example.com/path</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>测试环境</translation>
    </message>
    <message>
        <source>&amp;Headers, one a line</source>
        <translation>请求头，每行一个(&amp;H)</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>请求体(&amp;B)</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Compare the answers of both environments</source>
        <translation>比较两个环境的响应</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy the request as a curl command</source>
        <translation>将请求复制为 curl 命令</translation>
    </message>
    <message>
        <source>Test Link</source>
        <translation>测试链接</translation>
    </message>
    <message>
        <source>Link that opens the routine&apos;s own host for an hour</source>
        <translation>在一小时内可打开函数默认域名的链接</translation>
    </message>
    <message>
        <source>&amp;Copy Test Link</source>
        <translation>复制测试链接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open Test Link in Browser</source>
        <translation>在浏览器中打开测试链接(&amp;O)</translation>
    </message>
    <message>
        <source>Send the Request</source>
        <translation>发送请求</translation>
    </message>
</context>
<context>
    <name>edgewright::TextFormat</name>
    <message>
        <source>No line ends</source>
        <translation>无换行符</translation>
    </message>
    <message>
        <source>Mixed line ends</source>
        <translation>混合换行符</translation>
    </message>
</context>
<context>
    <name>edgewright::TextSearch</name>
    <message>
        <source>Invalid regular expression: %1</source>
        <translation>正则表达式无效：%1</translation>
    </message>
</context>
<context>
    <name>edgewright::TimeTravelBar</name>
    <message>
        <source>%1 · %2 of %3</source>
        <extracomment>%1 is a version such as v7, %2 its place among %3 versions</extracomment>
        <translation>%1 · 第 %2 个，共 %3 个</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>较旧的版本</translation>
    </message>
    <message>
        <source>Older version (Alt+Page Up)</source>
        <translation>较旧的版本 (Alt+Page Up)</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>较新的版本</translation>
    </message>
    <message>
        <source>Newer version (Alt+Page Down)</source>
        <translation>较新的版本 (Alt+Page Down)</translation>
    </message>
    <message>
        <source>Version on screen</source>
        <translation>屏幕上的版本</translation>
    </message>
    <message>
        <source>Version Before</source>
        <translation>之前的版本</translation>
    </message>
    <message>
        <source>Go to the version before this line came</source>
        <translation>转到引入此行之前的版本</translation>
    </message>
</context>
<context>
    <name>edgewright::TimeTravelController</name>
    <message>
        <source>Reading the versions…</source>
        <translation>正在读取版本…</translation>
    </message>
    <message>
        <source>Line %1 is empty</source>
        <translation>第 %1 行是空行</translation>
    </message>
    <message>
        <source>This line was there in the oldest version known; there is none before it.</source>
        <translation>此行在已知最早的版本中就有；没有更早的版本。</translation>
    </message>
</context>
<context>
    <name>edgewright::Times</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>%1 is a time of day</comment>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date of this year, as a QLocale format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as a QLocale format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 local time</source>
        <translation>本地时间 %1</translation>
    </message>
</context>
<context>
    <name>edgewright::TrafficField</name>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Give it all the traffic</source>
        <translation>全部流量给它</translation>
    </message>
    <message>
        <source>a part, the rest stays with %1</source>
        <extracomment>%1 is the version that is live</extracomment>
        <translation>一部分，其余保留给 %1</translation>
    </message>
    <message>
        <source>Share the traffic with %1</source>
        <translation>与 %1 分流</translation>
    </message>
</context>
<context>
    <name>edgewright::TrafficRun</name>
    <message>
        <source>Nothing is live any more; that changed meanwhile.</source>
        <translation>期间线上状态有变：目前没有线上版本。</translation>
    </message>
    <message>
        <source>%1 went live meanwhile.</source>
        <translation>期间 %1 已上线。</translation>
    </message>
    <message>
        <source>What was done could not be written into the ledger before it was sent.</source>
        <translation>操作在发送前未能写入台账。</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Seen, Go On</source>
        <translation>已了解，继续</translation>
    </message>
    <message>
        <source>Seen, go on: %1</source>
        <translation>已了解，继续：%1</translation>
    </message>
</context>
<context>
    <name>edgewright::UnlockDialog</name>
    <message>
        <source>Allow Changes</source>
        <translation>允许修改</translation>
    </message>
    <message>
        <source>Unlock Routine</source>
        <translation>解锁函数</translation>
    </message>
    <message>
        <source>Allow changes in the account “%1”?</source>
        <translation>允许在账号“%1”中进行修改？</translation>
    </message>
    <message>
        <source>Unlock “%1”?</source>
        <translation>解锁“%1”？</translation>
    </message>
    <message>
        <source>Versions can be saved, published and deleted from this computer again.</source>
        <translation>这台电脑又可以保存、发布和删除版本。</translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s), then it is locked again</source>
        <translation>
            <numerusform>%n 分钟，之后重新锁定</numerusform>
        </translation>
    </message>
    <message>
        <source>Until I lock it again</source>
        <translation>直到我重新锁定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel unlocking</source>
        <translation>取消解锁</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>edgewright::VariablesField</name>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message numerus="yes">
        <source>of production (%n)</source>
        <extracomment>after &quot;Environment variables&quot;; the number in brackets says how many there are</extracomment>
        <translation>
            <numerusform>生产环境的（%n 个）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of staging (%n)</source>
        <translation>
            <numerusform>测试环境的（%n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>不附带</translation>
    </message>
    <message numerus="yes">
        <source>Save with the environment variables of production (%n)</source>
        <translation>
            <numerusform>保存时附带生产环境的环境变量（%n 个）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save with the environment variables of staging (%n)</source>
        <translation>
            <numerusform>保存时附带测试环境的环境变量（%n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Save without environment variables</source>
        <translation>保存时不附带环境变量</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionCodes</name>
    <message>
        <source>This version&apos;s code is not in the archive, and the service is not connected.</source>
        <translation>此版本的代码不在存档中，且未连接服务。</translation>
    </message>
    <message>
        <source>Connect the account to read it.</source>
        <translation>请连接账户后再读取。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionController</name>
    <message>
        <source>%1 of %2, read-only</source>
        <translation>%2 的 %1，只读</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>The code could not be read</source>
        <translation>无法读取代码</translation>
    </message>
    <message>
        <source>%1 holds no code</source>
        <translation>%1 中没有可用的代码</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1，只读</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>要删除 %1 吗？</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>%1 was deleted from the service.</source>
        <translation>已从服务端删除 %1。</translation>
    </message>
    <message>
        <source>%1 is live and cannot be deleted. Publish another version first.</source>
        <translation>%1 正在线上运行，不能删除。请先发布其他版本。</translation>
    </message>
    <message>
        <source>%1, read-only · The service returned an error document instead of code. Archived copy from %2 is available.</source>
        <extracomment>%1 is a version, %2 a date: since when the archive has the code</extracomment>
        <translation>%1，只读 · 服务返回的是错误文档而不是代码。可使用 %2 存档的副本。</translation>
    </message>
    <message>
        <source>only on this computer</source>
        <translation>只在这台电脑上</translation>
    </message>
    <message>
        <source>%1 of “%2” will be deleted from the service. Its code is in the archive on this computer and was read back; there it stays.</source>
        <translation>将从服务中删除“%2”的 %1。其代码在这台电脑的存档中，并已读回核对，会一直保留。</translation>
    </message>
    <message>
        <source>This is the last copy of %1 of “%2”: the archive does not have its code. It will be deleted from the service, and this cannot be undone.</source>
        <translation>这是“%2”的 %1 的最后一份：存档中没有其代码。它将从服务中删除，且无法撤销。</translation>
    </message>
    <message>
        <source>%1 was deleted from the service; its code stays here.</source>
        <translation>%1 已从服务中删除；其代码保留在这里。</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionDelegate</name>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>BASE</source>
        <comment>the version a draft started from</comment>
        <translation>基准</translation>
    </message>
    <message>
        <source>PREPARING</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>无描述</translation>
    </message>
    <message>
        <source>Staging slot (unstable)</source>
        <translation>暂存区（unstable）</translation>
    </message>
    <message>
        <source>WAY BACK</source>
        <comment>what production would go back to</comment>
        <translation>回退点</translation>
    </message>
    <message>
        <source>ONLY HERE</source>
        <comment>gone from the service, kept on this computer</comment>
        <translation>仅存本地</translation>
    </message>
    <message>
        <source>CODE LOST</source>
        <comment>the service has no code for this version</comment>
        <translation>代码丢失</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionHistory</name>
    <message>
        <source>%1 is live and cannot be deleted.</source>
        <translation>%1 正在线上运行，不能删除。</translation>
    </message>
    <message>
        <source>Publish another version in its place first.</source>
        <translation>请先发布其他版本替换它。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止读取。</translation>
    </message>
    <message>
        <source>The version was not deleted, because the archive does not have its code.</source>
        <translation>该版本未被删除，因为存档中没有其代码。</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionMarkDialog</name>
    <message>
        <source>Label and Note of %1</source>
        <extracomment>%1 is a version, &quot;v7&quot;</extracomment>
        <translation>%1 的标签和备注</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>标签(&amp;L)：</translation>
    </message>
    <message>
        <source>Label of the version</source>
        <translation>版本的标签</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>备注(&amp;N)：</translation>
    </message>
    <message>
        <source>Note on the version</source>
        <translation>版本的备注</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>Star of the version</source>
        <translation>版本的星标</translation>
    </message>
    <message>
        <source>Only on this computer; nothing of it is sent to the service.</source>
        <translation>只保存在这台电脑上，不会发送给服务。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save label and note</source>
        <translation>保存标签和备注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionMenu</name>
    <message>
        <source>Select one version.</source>
        <translation>请选择一个版本。</translation>
    </message>
    <message>
        <source>The staging slot is no version of its own.</source>
        <translation>暂存区本身不是版本。</translation>
    </message>
    <message>
        <source>There is no older version.</source>
        <translation>没有更旧的版本。</translation>
    </message>
    <message>
        <source>Open Read-Only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Compare with Draft</source>
        <translation>与草稿比较</translation>
    </message>
    <message>
        <source>Compare with Version Before</source>
        <translation>与前一版本比较</translation>
    </message>
    <message>
        <source>Use Code as Draft</source>
        <translation>将代码用作草稿</translation>
    </message>
    <message>
        <source>Label and Note…</source>
        <translation>标签和备注…</translation>
    </message>
    <message>
        <source>Remove Star</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Copy Version ID</source>
        <translation>复制版本 ID</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete from Service…</source>
        <translation>从服务中删除…</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionNames</name>
    <message>
        <source>The names of the versions could not be read.</source>
        <translation>无法读取版本名称。</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionPage</name>
    <message>
        <source>Version code, read-only</source>
        <translation>版本代码，只读</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>edgewright::VersionRows</name>
    <message>
        <source>the staging slot</source>
        <translation>暂存区</translation>
    </message>
    <message>
        <source>in production at %1 percent</source>
        <translation>生产环境流量占 %1%</translation>
    </message>
    <message>
        <source>on staging at %1 percent</source>
        <translation>测试环境流量占 %1%</translation>
    </message>
    <message>
        <source>base of the draft</source>
        <translation>草稿的基准版本</translation>
    </message>
    <message>
        <source>still being prepared</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>preparation failed</source>
        <translation>准备失败</translation>
    </message>
    <message>
        <source>Id %1</source>
        <translation>ID：%1</translation>
    </message>
    <message>
        <source>what production would go back to</source>
        <translation>生产环境可回退到的版本</translation>
    </message>
    <message>
        <source>only on this computer</source>
        <translation>只在这台电脑上</translation>
    </message>
    <message>
        <source>the service lost its code, the archive has it</source>
        <translation>服务丢失了其代码，存档中还有</translation>
    </message>
    <message>
        <source>the service lost its code</source>
        <translation>服务丢失了其代码</translation>
    </message>
    <message>
        <source>its code was never archived</source>
        <translation>其代码从未存档</translation>
    </message>
    <message>
        <source>with a star</source>
        <translation>有星标</translation>
    </message>
</context>
<context>
    <name>edgewright::Watch</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>返回 %1</translation>
    </message>
    <message>
        <source>answers %1, before %2</source>
        <extracomment>Status codes: &quot;answers 500, before 200&quot;</extracomment>
        <translation>返回 %1，此前为 %2</translation>
    </message>
    <message>
        <source>does not answer, nor did it before</source>
        <translation>没有响应，此前也没有</translation>
    </message>
    <message>
        <source>answers %1 as before</source>
        <translation>返回 %1，与此前相同</translation>
    </message>
    <message>
        <source>answers %1 as before, but with other headers</source>
        <translation>仍返回 %1，但响应头不同</translation>
    </message>
    <message>
        <source>answers %1 as before, but with other headers and another body</source>
        <translation>仍返回 %1，但响应头和响应体都不同</translation>
    </message>
    <message>
        <source>answers %1 as before, but with another body</source>
        <translation>仍返回 %1，但响应体不同</translation>
    </message>
</context>
<context>
    <name>edgewright::WatchController</name>
    <message>
        <source>Looking at the addresses…</source>
        <translation>正在访问各地址…</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <extracomment>An address and what it does: &quot;www.acme.com answers 500, before 200.&quot;</extracomment>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>in production</source>
        <translation>在生产环境</translation>
    </message>
    <message>
        <source>in staging</source>
        <translation>在测试环境</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 %2有响应</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <extracomment>What the watched addresses answer before anything is published</extracomment>
        <translation>目前：%1</translation>
    </message>
    <message>
        <source>%1 failed for a moment.</source>
        <translation>%1 曾短暂失败。</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers %2: %3 of %n address(es) as before in status, headers and body.</source>
        <extracomment>%1 is a version, %2 &quot;in production&quot;, %3 a number</extracomment>
        <translation>
            <numerusform>%1 %2应答：%n 个地址中有 %3 个的状态码、响应头和响应体均与此前一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>No address is given.</source>
        <translation>未填写地址。</translation>
    </message>
    <message>
        <source>Its addresses were not ready in time.</source>
        <translation>各地址未能及时准备好。</translation>
    </message>
    <message>
        <source>%1 is not being watched: %2</source>
        <extracomment>%1 is a version, %2 a sentence</extracomment>
        <translation>未监测 %1：%2</translation>
    </message>
    <message>
        <source>“%1”: the watch of %2 %3 was cut off; nothing is rolled back by itself. Look at its addresses yourself.</source>
        <extracomment>%1 is a routine, %2 a version, %3 &quot;in production&quot;</extracomment>
        <translation>“%1”：对 %2 %3的监测已中断，不会自动回滚。请自行查看各地址。</translation>
    </message>
</context>
<context>
    <name>edgewright::WatchOptions</name>
    <message>
        <source>&amp;Watch after publishing</source>
        <translation>发布后监测(&amp;W)</translation>
    </message>
    <message>
        <source>Watch some addresses after publishing</source>
        <translation>发布后监测一些地址</translation>
    </message>
    <message>
        <source>Addresses to look at, one a line</source>
        <translation>要访问的地址，每行一个</translation>
    </message>
    <message>
        <source>Addresses to look at after publishing</source>
        <translation>发布后要访问的地址</translation>
    </message>
    <message>
        <source>https://www.example.com/path</source>
        <translation>https://www.example.com/path</translation>
    </message>
    <message>
        <source>First look after</source>
        <translation>首次访问延迟</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Seconds before the first look</source>
        <translation>首次访问前等待的秒数</translation>
    </message>
    <message>
        <source>Roll back by itself when one answers worse</source>
        <translation>任一地址变差时自动回滚</translation>
    </message>
    <message>
        <source>Roll back by itself when an address answers worse</source>
        <translation>任一地址的响应变差时自动回滚</translation>
    </message>
    <message>
        <source>watch for</source>
        <translation>监测时长</translation>
    </message>
    <message>
        <source>Seconds to watch for</source>
        <translation>监测多少秒</translation>
    </message>
</context>
<context>
    <name>edgewright::WatchRun</name>
    <message numerus="yes">
        <source>%1 is live %2; its addresses are looked at in %n second(s) and watched until %3.</source>
        <extracomment>%1 is a version, %2 &quot;in production&quot;, %3 a time of day</extracomment>
        <translation>
            <numerusform>%1 已%2上线，%n 秒后访问各地址，监测到 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>routine: what its watch says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Compare Answers</source>
        <translation>比较响应</translation>
    </message>
    <message>
        <source>Answers before %1</source>
        <comment>a version</comment>
        <translation>%1 之前的响应</translation>
    </message>
    <message>
        <source>Answers of %1</source>
        <comment>a version</comment>
        <translation>%1 的响应</translation>
    </message>
    <message>
        <source>Looking once more before that counts.</source>
        <translation>将再访问一次，确认后才算数。</translation>
    </message>
    <message>
        <source>Still watching, until %1.</source>
        <comment>a time of day</comment>
        <translation>仍在监测，直到 %1。</translation>
    </message>
    <message>
        <source>The watch is over.</source>
        <translation>监测已结束。</translation>
    </message>
    <message>
        <source>This computer was asleep when the addresses should have been looked at; look at them yourself.</source>
        <translation>本应访问各地址时，这台电脑处于休眠状态，请自行查看。</translation>
    </message>
    <message>
        <source>That may lie with the network here; nothing is rolled back by itself for it.</source>
        <translation>可能是本地网络的问题，因此不会自动回滚。</translation>
    </message>
    <message>
        <source>Since %1 is live %2: %3</source>
        <extracomment>&quot;Since v18 is live in production: www.acme.com answers 500, before 200.&quot;</extracomment>
        <translation>%1 已%2上线，此后：%3</translation>
    </message>
    <message>
        <source>Open the routine to roll it back.</source>
        <translation>请打开该函数后回滚。</translation>
    </message>
    <message>
        <source>Roll Back Production to %1…</source>
        <translation>生产环境回滚到 %1…</translation>
    </message>
    <message>
        <source>Roll Back Staging to %1…</source>
        <translation>测试环境回滚到 %1…</translation>
    </message>
    <message>
        <source>Rolling back to %1…</source>
        <translation>正在回滚到 %1…</translation>
    </message>
    <message>
        <source>Rolled back by the watch: %1</source>
        <translation>监测触发的回滚：%1</translation>
    </message>
    <message>
        <source>It could not be rolled back by itself.</source>
        <translation>未能自动回滚。</translation>
    </message>
    <message>
        <source>Rolled back by itself: %1 is live again %2, confirmed by reading it back.</source>
        <translation>已自动回滚：%1 已重新%2上线，已读回确认。</translation>
    </message>
    <message>
        <source>The watch of %1 %2 ended: something newer was published there.</source>
        <extracomment>%1 is a version, %2 &quot;in production&quot;</extracomment>
        <translation>对 %1 %2的监测已结束：那里发布了更新的内容。</translation>
    </message>
</context>
<context>
    <name>edgewright::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language / 语言</source>
        <translation>语言 / Language(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Routine</source>
        <translation>函数(&amp;R)</translation>
    </message>
    <message>
        <source>Ver&amp;sion</source>
        <translation>版本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>发布(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Compare with Base</source>
        <translation>与基准版本比较</translation>
    </message>
    <message>
        <source>Save as Version…</source>
        <translation>保存为版本…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>%1 (tool bar)</source>
        <extracomment>%1 is the text of a tool button; tells it from the menu entry of the same text</extracomment>
        <translation>%1（工具栏）</translation>
    </message>
    <message>
        <source>&amp;Export Comparison</source>
        <translation>导出比较结果(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Import into Draft</source>
        <translation>导入到草稿(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
</context>
<context>
    <name>edgewright::WriteLock</name>
    <message>
        <source>This account is read-only on this computer.</source>
        <translation>该账号在这台电脑上为只读。</translation>
    </message>
    <message>
        <source>Allow changes in the Tools menu first.</source>
        <translation>请先在“工具”菜单中允许修改。</translation>
    </message>
    <message>
        <source>This routine is locked on this computer.</source>
        <translation>该函数在这台电脑上已锁定。</translation>
    </message>
    <message>
        <source>Unlock it in the Routine menu first.</source>
        <translation>请先在“函数”菜单中解锁。</translation>
    </message>
</context>
<context>
    <name>edgewright::ZipReader</name>
    <message>
        <source>It could not be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>文件过大。</translation>
    </message>
    <message>
        <source>It holds too many files.</source>
        <translation>其中的文件过多。</translation>
    </message>
    <message>
        <source>A file in it has a name that leads out of it.</source>
        <translation>其中有文件的名称指向压缩包之外。</translation>
    </message>
    <message>
        <source>It unpacks to far more than it should.</source>
        <translation>解压后的大小远超正常范围。</translation>
    </message>
    <message>
        <source>“%1” was not imported.</source>
        <translation>“%1”未导入。</translation>
    </message>
    <message>
        <source>It is not a zip file, or it is damaged.</source>
        <translation>它不是 Zip 文件，或已损坏。</translation>
    </message>
</context>
<context>
    <name>edgewright::ZipWriter</name>
    <message>
        <source>The zip file “%1” could not be written: %2.</source>
        <extracomment>%1 is a file name, %2 the system&apos;s reason</extracomment>
        <translation>无法写入 Zip 文件“%1”：%2。</translation>
    </message>
</context>
</TS>
