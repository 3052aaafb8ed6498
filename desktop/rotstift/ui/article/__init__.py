"""The article view: the page, its marks, the cards beside it."""

from rotstift.ui.article.view import ArticleView

__all__ = ["ArticleView"]
