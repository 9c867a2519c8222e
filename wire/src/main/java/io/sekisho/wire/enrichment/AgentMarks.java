package io.sekisho.wire.enrichment;

import static io.sekisho.wire.enrichment.Mark.mark;

import java.util.List;

/**
 * The marks by which user agents are told apart. Order matters: most browsers also name those they descend from, so the
 * descendant stands before the ancestor. Bot marks are in lower case and sought in the lower-cased text.
 */
final class AgentMarks {
    /** Programs that say they are one. */
    static final List<Mark> BOTS = List.of(
            mark("googlebot", "googlebot"),
            mark("adsbot-google", "googlebot"),
            mark("mediapartners-google", "googlebot"),
            mark("google-inspectiontool", "googlebot"),
            mark("googleother", "googlebot"),
            mark("bingbot", "bingbot"),
            mark("bingpreview", "bingbot"),
            mark("applebot", "applebot"),
            mark("yandexbot", "yandexbot"),
            mark("baiduspider", "baiduspider"),
            mark("duckduckbot", "duckduckbot"),
            mark("gptbot", "gptbot"),
            mark("oai-searchbot", "gptbot"),
            mark("claudebot", "claudebot"),
            mark("facebookexternalhit", "facebook_preview"),
            mark("meta-externalagent", "facebook_preview"),
            mark("slurp", "yahoo_slurp"),
            mark("headlesschrome", "headless_chrome"),
            mark("phantomjs", "phantomjs"),
            mark("electron-playwright", "playwright"),
            mark("playwright", "playwright"),
            mark("puppeteer", "puppeteer"),
            mark("selenium", "selenium"),
            mark("chrome-lighthouse", "lighthouse"),
            mark("python-requests", "python"),
            mark("python-urllib", "python"),
            mark("python-httpx", "python"),
            mark("aiohttp", "python"),
            mark("scrapy", "scrapy"),
            mark("curl/", "curl"),
            mark("libcurl", "curl"),
            mark("wget/", "wget"),
            mark("httpie", "httpie"),
            mark("go-http-client", "go"),
            mark("java-http-client", "java"),
            mark("java/", "java"),
            mark("apache-httpclient", "java"),
            mark("libwww-perl", "perl"),
            mark("guzzlehttp", "php"),
            mark("axios/", "node"),
            mark("node-fetch", "node"),
            mark("undici", "node"),
            mark("got (", "node"),
            mark("postmanruntime", "postman"),
            mark("insomnia/", "insomnia"),
            mark("powershell", "powershell"),
            mark("whatsapp/", "whatsapp_preview"),
            mark("crawler", "crawler"),
            mark("spider", "crawler"));

    /** Apps that show pages inside themselves, and what a bare view or a bare library of an app looks like. */
    static final List<Mark> APPS = List.of(
            mark(" Line/", "line"),
            mark("YJApp-", "yahoo_japan"),
            mark("jp.co.yahoo.", "yahoo_japan"),
            mark("Instagram ", "instagram"),
            mark("FBAN/", "facebook"),
            mark("FBAV/", "facebook"),
            mark("FB_IAB/", "facebook"),
            mark("Twitter for", "x"),
            mark("TwitterAndroid", "x"),
            mark("BytedanceWebview", "tiktok"),
            mark("musical_ly", "tiktok"),
            mark("trill_", "tiktok"),
            mark("MicroMessenger/", "wechat"),
            mark("KAKAOTALK", "kakaotalk"),
            mark("Snapchat/", "snapchat"),
            mark("Pinterest/", "pinterest"),
            mark("SmartNews", "smartnews"),
            mark("GSA/", "google_app"),
            mark("; wv)", "android_webview"),
            mark("CFNetwork/", "native_app"),
            mark("Dalvik/", "native_app"),
            mark("okhttp/", "native_app"));

    static final List<Mark> BROWSERS = List.of(
            mark("Edg/", "edge"),
            mark("EdgA/", "edge"),
            mark("EdgiOS/", "edge"),
            mark("Edge/", "edge"),
            mark("OPR/", "opera"),
            mark("OPiOS/", "opera"),
            mark("OPT/", "opera"),
            mark("Opera", "opera"),
            mark("SamsungBrowser/", "samsung_internet"),
            mark("Vivaldi/", "vivaldi"),
            mark("YaBrowser/", "yandex"),
            mark("UCBrowser/", "uc_browser"),
            mark("MiuiBrowser/", "miui_browser"),
            mark("HuaweiBrowser/", "huawei_browser"),
            mark("DuckDuckGo/", "duckduckgo"),
            mark("Ddg/", "duckduckgo"),
            mark("Silk/", "amazon_silk"),
            mark("Whale/", "whale"),
            mark("Sleipnir/", "sleipnir"),
            mark("SeaMonkey/", "seamonkey"),
            mark("FxiOS/", "firefox"),
            mark("Focus/", "firefox"),
            mark("Firefox/", "firefox"),
            mark("CriOS/", "chrome"),
            mark("Chromium/", "chrome"),
            mark("Chrome/", "chrome"),
            mark("MSIE ", "internet_explorer"),
            mark("Trident/", "internet_explorer"),
            mark("NintendoBrowser/", "nintendo"),
            mark("Android", "android_browser"),
            mark("Safari/", "safari"));

    static final List<Mark> SYSTEMS = List.of(
            mark("Windows Phone", "windows_phone"),
            mark("Xbox", "xbox"),
            mark("Windows", "windows"),
            mark("iPhone", "ios"),
            mark("iPad", "ios"),
            mark("iPod", "ios"),
            mark("OpenHarmony", "harmonyos"),
            mark("HarmonyOS", "harmonyos"),
            mark("Android", "android"),
            mark("okhttp/", "android"),
            mark("CrOS", "chrome_os"),
            mark("Macintosh", "macos"),
            mark("Mac OS X", "macos"),
            mark("(x86_64)", "macos"),
            mark("Darwin/", "ios"),
            mark("KAIOS", "kaios"),
            mark("Tizen", "tizen"),
            mark("Web0S", "webos"),
            mark("PlayStation", "playstation"),
            mark("Nintendo", "nintendo"),
            mark("Linux", "linux"),
            mark("X11", "linux"));

    private AgentMarks() {}

    static int count() {
        return BOTS.size() + APPS.size() + BROWSERS.size() + SYSTEMS.size();
    }
}
