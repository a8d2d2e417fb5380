//! A headless browser, driven by WebDriver over a plain socket.
//!
//! Each test has its own, with a new profile, so that no mark leaks from one to the
//! next. Where there is none the test says that it is skipped; a job that sets
//! `FACTDIFF_BROWSER_TESTS=1` makes that a failure.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1440,900",
];

/// The browser, gone when it is dropped.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// A folder of this test's own: pages, downloads, the profile.
    pub folder: PathBuf,
}

/// True where a missing browser or axe-core is a failure.
pub fn is_demanded() -> bool {
    std::env::var_os("FACTDIFF_BROWSER_TESTS").is_some_and(|value| value == "1")
}

/// The first of these programs on the path.
fn found(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |f| f.join(name))).find(|p| p.is_file())
}

impl Browser {
    /// Starts one for the test of that name; `None`, and a word about it, if there is none.
    pub fn start(test: &str) -> Option<Browser> {
        let programs = (found(&["chromedriver"]), found(&["chromium", "chromium-browser", "google-chrome"]));
        let (Some(driver), Some(browser)) = programs else {
            assert!(!is_demanded(), "FACTDIFF_BROWSER_TESTS=1, and there is no chromium with its driver");
            eprintln!("{test}: skipped, for there is no chromium with its driver");
            return None;
        };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page").join(test);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("downloads")).unwrap();
        let mut driver = Command::new(driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port_of(&mut driver);
        let mut started = Browser { driver, port, session: String::new(), folder };
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).into();
        flags.push(format!("--user-data-dir={}", started.folder.join("profile").display()));
        let session = started.call(
            "POST",
            "/session",
            json!({"capabilities": {"alwaysMatch": {
                "goog:chromeOptions": {
                    "binary": browser,
                    "args": flags,
                    "prefs": {"download.default_directory": started.folder.join("downloads")},
                },
                "goog:loggingPrefs": {"browser": "ALL"},
            }}}),
        );
        started.session = session["sessionId"].as_str().expect("a session").to_owned();
        Some(started)
    }

    /// Writes a page into the test's folder and opens it from there.
    pub fn show(&self, name: &str, page: &str) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, page).unwrap();
        self.open(&path);
        path
    }

    /// Opens a file by its path.
    pub fn open(&self, path: &Path) {
        self.ask("/url", json!({"url": format!("file://{}", path.display())}));
    }

    /// Runs a script in the page; `return` gives its value.
    pub fn js(&self, script: &str) -> Value {
        self.ask("/execute/sync", json!({"script": script, "args": []}))
    }

    /// The value of an expression as text.
    pub fn text(&self, expression: &str) -> String {
        match self.js(&format!("return {expression}")) {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// The number that an expression comes to.
    pub fn number(&self, expression: &str) -> f64 {
        let value = self.js(&format!("return {expression}"));
        value.as_f64().unwrap_or_else(|| panic!("{expression} is {value}"))
    }

    /// True if the expression is.
    pub fn is(&self, expression: &str) -> bool {
        self.js(&format!("return Boolean({expression})")) == Value::Bool(true)
    }

    /// Waits until the expression is true.
    pub fn wait(&self, expression: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.is(expression) {
            assert!(Instant::now() < end, "never true: {expression}");
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Presses the keys of `keys` one after the other; some have no letter, see [`ENTER`].
    pub fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|key| {
            let key = key.to_string();
            [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
        });
        let actions: Vec<Value> = strokes.collect();
        self.ask("/actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}));
    }

    /// Clicks where a person would: a covered or hidden element is a failure.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.ask(&format!("/element/{element}/click"), json!({}));
    }

    /// Gives a file to a file input.
    pub fn upload(&self, selector: &str, file: &Path) {
        let element = self.element(selector);
        self.ask(&format!("/element/{element}/value"), json!({"text": file}));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.ask("/element", json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|o| o.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no {selector}")).to_owned()
    }

    /// A command of the browser's own protocol.
    pub fn command(&self, name: &str, params: Value) -> Value {
        self.ask("/goog/cdp/execute", json!({"cmd": name, "params": params}))
    }

    /// The window at this size; under 600 pixels it is a phone.
    pub fn size(&self, width: u32, height: u32) {
        self.command(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}),
        );
    }

    /// Screen or paper, light or dark.
    pub fn media(&self, media: &str, scheme: &str) {
        let feature = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.command("Emulation.setEmulatedMedia", json!({"media": media, "features": feature}));
    }

    /// What the page has complained of.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.ask("/se/log", json!({"type": "browser"}));
        let lines = log.as_array().cloned().unwrap_or_default();
        lines
            .iter()
            .filter(|line| line["level"] == "SEVERE")
            .map(|line| line["message"].to_string())
            .collect()
    }

    /// The window as PNG, in base64.
    pub fn screenshot(&self) -> String {
        let shot = self.call("GET", &format!("/session/{}/screenshot", self.session), Value::Null);
        shot.as_str().expect("a picture").to_owned()
    }

    /// The text of a downloaded file, once it is there.
    pub fn download(&self, name: &str) -> String {
        let path = self.folder.join("downloads").join(name);
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            match fs::read_to_string(&path) {
                Ok(text) if !text.is_empty() => return text,
                _ => assert!(Instant::now() < end, "no download {name}"),
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    fn ask(&self, what: &str, body: Value) -> Value {
        self.call("POST", &format!("/session/{}{what}", self.session), body)
    }

    /// One request; what the driver answers, which must not be an error.
    fn call(&self, method: &str, path: &str, body: Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut socket = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver listens");
        socket.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        write!(
            socket,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let answer = answer(BufReader::new(socket));
        let value: Value = serde_json::from_slice(&answer).expect("the driver answers in JSON");
        let value = value["value"].clone();
        assert!(value.get("error").is_none(), "{method} {path}: {}: {}", value["error"], value["message"]);
        value
    }
}

/// The body of an answer, as long as its head says.
fn answer(mut socket: BufReader<TcpStream>) -> Vec<u8> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        socket.read_line(&mut line).expect("the driver answers");
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    socket.read_exact(&mut body).expect("the whole answer");
    body
}

/// The port that the driver has taken, from what it prints.
fn port_of(driver: &mut Child) -> u16 {
    let mut lines = BufReader::new(driver.stdout.take().expect("piped")).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        line.split_once("started successfully on port ")
            .and_then(|(_, port)| port.trim_end_matches('.').parse().ok())
    });
    // Nobody reads the rest; the driver must not wait for that.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    port.expect("chromedriver tells its port")
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.call("DELETE", &format!("/session/{}", self.session), Value::Null);
        } else if let Ok(mut socket) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = write!(socket, "DELETE /session/{} HTTP/1.1\r\nHost: localhost\r\n\r\n", self.session);
            let _ = socket.read(&mut [0; 64]);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Keys without a letter, as WebDriver writes them.
pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
