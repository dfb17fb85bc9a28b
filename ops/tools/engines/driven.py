"""The engines that WebDriver drives, by the name of the tool."""

from ops.tools.engines.firefox import Firefox
from ops.tools.engines.webkit import WebKit

DRIVEN: dict[str, type[Firefox] | type[WebKit]] = {"firefox": Firefox, "webkit": WebKit}
